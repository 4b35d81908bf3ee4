import { raiseAlert } from '../../ledger/alerts.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AlertRow, ChargeRow } from '../../ledger/rows.ts';

/** Told one by one; more of them are another base, and told as one. */
const MOST_TOLD = 20;

const isOfPanel = ({ detail }: AlertRow, origin: string): boolean =>
  detail['why'] === 'gone' && detail['origin'] === origin;

/**
 * Tells of charges that can be paid though their invoices were asked for and IXC has them no more; takes
 * back what was told of others. Nothing follows by itself: that a record is missing proves nothing.
 * `now` in ms.
 */
export async function tellGone(
  ledger: LedgerDatabase,
  origin: string,
  charges: readonly ChargeRow[],
  now: number,
): Promise<void> {
  const ids = new Set(charges.length > MOST_TOLD ? [] : charges.map(({ id }) => id));
  const told = await ledger.alerts.where('kind').equals('counter-differs').toArray();
  const over = told.filter(
    (alert) => isOfPanel(alert, origin) && !alert.chargeIds.some((id) => ids.has(id)),
  );
  await ledger.alerts.bulkDelete(over.map(({ id }) => id));
  const [first] = charges;
  if (first === undefined) return;
  if (charges.length > MOST_TOLD) {
    const detail = { step: 'none', why: 'gone', count: charges.length, origin };
    const { accountId, providerKey } = first;
    const about = { accountId, providerKey, invoiceId: null, chargeIds: [] };
    const subject = `gone:${origin}`;
    await raiseAlert(ledger, { kind: 'counter-differs', ...about, subject, detail }, now);
    return;
  }
  for (const { id, accountId, providerKey, invoiceId, value } of charges) {
    const about = { accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
    const detail = { step: 'none', why: 'gone', count: 1, cents: value, origin };
    await raiseAlert(ledger, { kind: 'counter-differs', ...about, detail }, now);
  }
}
