import { type ChargeAct, type SeenCharge, standsAgain } from '../../../billing/acts/charge-act.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { AccountSettings } from '../../../settings/settings.ts';
import type { EnginePorts } from '../../ports.ts';
import { activeKey } from '../active-key.ts';
import { blank, enqueue } from '../enqueue.ts';

/** What a person confirmed in the window of an act. */
export interface ConfirmedAct {
  readonly account: AccountSettings;
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly targetId: string;
  readonly act: ChargeAct;
  readonly reason: string | null;
  readonly seen: SeenCharge;
  /** Said so in the window: the payer is not IXC's customer. */
  readonly otherPayer?: true | undefined;
}

/**
 * Writes the intent of an act. Another job than the new one comes back where something is under way on the
 * charge, or, for one that makes it payable again, on its invoice: then nothing was written.
 */
export async function enqueueAct(
  ports: EnginePorts,
  confirmed: ConfirmedAct,
): Promise<{ readonly job: JobRow; readonly isNew: boolean }> {
  const { account, origin, providerKey, invoiceId, targetId, act, reason, seen } = confirmed;
  const otherPayer = confirmed.otherPayer === undefined ? {} : { otherPayer: true as const };
  const { environment } = account;
  const job: ActJobRow = {
    ...blank(ports),
    kind: 'act',
    activeKey: standsAgain(act.kind)
      ? activeKey(environment, providerKey, invoiceId)
      : `act:${environment}:${targetId}`,
    accountId: account.id,
    environment,
    origin,
    providerKey,
    invoiceId,
    targetId,
    act,
    reason,
    seen,
    ...otherPayer,
    refusal: null,
    link: null,
    refundStatus: null,
  };
  const written = await enqueue(ports, job, 'job.act-queued', {
    charge: targetId,
    act: act.kind,
    cents: act.kind === 'refund' ? act.value : seen.value,
    ...(reason === null ? {} : { reason }),
    ...otherPayer,
  });
  return { job: written, isNew: written.id === job.id };
}
