import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { MessageChannel, MessageKind } from '../../../billing/message/kinds.ts';
import type { MessageRow } from '../../../ledger/message-rows.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { DailyCap, MessageRefusal } from '../../../messages/payer-message.ts';
import { appendAudit, type AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { dailyCap } from './daily-cap.ts';

/** What is written down of a message: of which charges, how and how long. Never what it says, or to whom. */
export interface Leaving {
  readonly origin: string;
  readonly customerId: string | null;
  /** At least one. The first is the one whose invoice the audit names. */
  readonly charges: readonly ChargeRow[];
  readonly channel: MessageChannel;
  readonly kind: MessageKind;
  readonly text: string;
}

/** The row of a message that is about to leave. */
export function messageRow(ports: EnginePorts, leaving: Leaving, state: MessageRow['state']) {
  const [first] = leaving.charges;
  if (!first) throw new RangeError('a message of no charge');
  const at = ports.clock.now();
  const row: MessageRow = {
    id: bytesToHex(ports.random(16)),
    at,
    settledAt: at,
    state,
    channel: leaving.channel,
    template: leaving.kind,
    length: [...leaving.text].length,
    seat: ports.installationId,
    origin: leaving.origin,
    providerKey: first.providerKey,
    accountId: first.accountId,
    chargeIds: leaving.charges.map(({ id }) => id),
    invoiceIds: leaving.charges.map(({ invoiceId }) => invoiceId),
    customerId: leaving.customerId,
  };
  return row;
}

/**
 * Writes down, before it happens, that a message is put before the operator; refused once the day's are
 * spent. Counted and written in one transaction: two drawers never share the last one.
 */
export async function recordOpened(
  ports: EnginePorts,
  leaving: Leaving,
): Promise<Result<MessageRow, MessageRefusal>> {
  const { ledger } = ports;
  const settings = await ports.readSettings();
  const row = messageRow(ports, leaving, 'opened');
  const refused = await ledger.transaction('rw', ledger.messages, ledger.audit, async () => {
    const cap = await dailyCap(ports, settings);
    if (isSpent(cap)) return cap;
    await ledger.messages.add(row);
    await appendAudit(ports, { action: 'message.opened', ...lineOf(row) });
    return null;
  });
  if (refused) return fail(spent(refused));
  changed(ports, row);
  return ok(row);
}

/** Notes what the operator says became of a message of this installation. Only what is open can be said. */
export async function settleMessage(
  ports: EnginePorts,
  {
    id,
    chargeId,
    as,
  }: { readonly id: string; readonly chargeId: string; readonly as: 'sent' | 'not-sent' },
): Promise<void> {
  const { ledger, installationId } = ports;
  const row = await ledger.transaction('rw', ledger.messages, ledger.audit, async () => {
    const known = await ledger.messages.get(id);
    const isOpen = known?.state === 'opened' || known?.state === 'unknown';
    if (!isOpen || known.seat !== installationId || !known.chargeIds.includes(chargeId))
      return null;
    await ledger.messages.put({ ...known, state: as, settledAt: ports.clock.now() });
    await appendAudit(ports, { action: `message.${as}`, ...lineOf(known) });
    return known;
  });
  if (row) changed(ports, row);
}

export function isSpent({ used, most }: DailyCap): boolean {
  return used >= most;
}

export function spent({ most, freesAt }: DailyCap): MessageRefusal {
  return { code: 'cap', most, freesAt };
}

/** An audit line about a message: ids, channel and template. */
export function lineOf(row: MessageRow): Pick<AuditLine, 'job' | 'detail'> {
  const { id, accountId, providerKey, invoiceIds, channel, template, chargeIds, length } = row;
  return {
    job: { accountId, providerKey, invoiceId: invoiceIds[0] ?? '' },
    detail: { message: id, channel, template, charges: chargeIds.join(','), length },
  };
}

export function changed({ events }: Pick<EnginePorts, 'events'>, row: MessageRow): void {
  for (const invoiceId of row.invoiceIds) {
    events.changed({ providerKey: row.providerKey, invoiceId });
  }
}
