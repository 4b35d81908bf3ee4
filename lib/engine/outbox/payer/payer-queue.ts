import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { blank, enqueue } from '../enqueue.ts';

/** Which payer is to be brought to what IXC has, and in which fields a person said so. */
export type WantedPayer = Pick<
  PayerJobRow,
  | 'accountId'
  | 'environment'
  | 'origin'
  | 'providerKey'
  | 'invoiceId'
  | 'payerId'
  | 'customerId'
  | 'fields'
  | 'seen'
  | 'override'
  | 'beside'
>;

/** Of what a person chose, one at a time is under way for each payer. */
export function payerKey({
  accountId,
  payerId,
  beside,
}: Pick<WantedPayer, 'accountId' | 'payerId' | 'beside'>): string {
  const own = `payer:${accountId}:${payerId}`;
  // What goes with a sending ends with it, and stands in no person's way.
  return beside === undefined ? own : `${own}:${beside}`;
}

/**
 * Writes the wish under a key of the payer's own: no charge waits for it. The job that is under way for the
 * same payer comes back instead where there is one, of whatever wish it is.
 */
export function enqueuePayer(
  ports: EnginePorts,
  wanted: WantedPayer,
  more: AuditLine['detail'] = {},
): Promise<JobRow> {
  const { accountId, environment, origin, providerKey, invoiceId } = wanted;
  const { payerId, customerId, fields, seen, override, beside } = wanted;
  const job: PayerJobRow = {
    ...blank(ports),
    ...{ accountId, environment, origin, providerKey, invoiceId },
    ...{ payerId, customerId, fields, seen, override },
    ...(beside === undefined ? {} : { beside }),
    kind: 'payer',
    activeKey: payerKey(wanted),
  };
  const detail = {
    payer: payerId,
    ...(fields.length === 0 ? {} : { fields: fields.join(', ') }),
    ...(override === null ? {} : { override: true }),
    ...more,
  };
  return enqueue(ports, job, 'job.payer-queued', detail);
}
