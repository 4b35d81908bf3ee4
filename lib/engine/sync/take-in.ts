import type { Charge } from '../../billing/charge.ts';
import { livenessOf } from '../../billing/status.ts';
import { chargeRow } from '../../ledger/charges.ts';
import { type KeptCharge, putCharges } from '../../ledger/put-charges.ts';
import type { ChargeRow, ReceiptRow } from '../../ledger/rows.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { referenceAlerts } from './reference-alerts.ts';
import { judge } from './judge.ts';

/**
 * Where readings of charges go, whoever brings them: the sweeps today. Gives how many of the charges were
 * not known as paid before. `seenAt` is when the reading was asked for, ms since the epoch.
 */
export type TakeIn = (
  account: AccountSettings,
  charges: readonly Charge[],
  seenAt: number,
) => Promise<{ readonly newlyPaid: number }>;

/** Keeps a page of charges, and what follows from each that differs from what was known. */
export function createTakeIn(ports: EnginePorts): TakeIn {
  const { ledger } = ports;
  return async (account, charges, seenAt) => {
    const { rows, strangers } = await attributed(ports, charges, seenAt);
    const kept = await putCharges(ledger, rows, ports.now());
    const changed = kept.filter(({ before, row }) => differs(before, row));
    await referenceAlerts(ports, kept);
    await judge(ports, kept, changed);
    for (const { providerKey, invoiceId } of distinct(changed)) {
      ports.events.changed({ providerKey, invoiceId });
    }
    const receipts = await keepReceipts(ports, account, strangers, seenAt);
    const newlyPaid = kept.filter(({ before, row }) => isPaid(row) && !(before && isPaid(before)));
    return { newlyPaid: newlyPaid.length + receipts };
  };
}

/**
 * The rows of charges that are ours, by their reference or because the ledger knows them: one whose
 * reference somebody cleared stays with its invoice, which must not be charged again.
 */
async function attributed(
  { ledger }: EnginePorts,
  charges: readonly Charge[],
  seenAt: number,
): Promise<{ readonly rows: ChargeRow[]; readonly strangers: Charge[] }> {
  const rows: ChargeRow[] = [];
  const unnamed: Charge[] = [];
  for (const charge of charges) {
    const row = chargeRow(charge, seenAt);
    if (row) rows.push(row);
    else unnamed.push(charge);
  }
  const known = await ledger.charges.bulkGet(unnamed.map(({ id }) => id));
  const strangers: Charge[] = [];
  for (const [at, charge] of unnamed.entries()) {
    const before = known[at];
    if (before) {
      const { providerKey, invoiceId } = before;
      rows.push({ ...charge, providerKey, invoiceId, seenAt });
    } else strangers.push(charge);
  }
  return { rows, strangers };
}

const isPaid = ({ paymentDate }: Pick<Charge, 'paymentDate'>) => paymentDate !== null;

/** Money that no reference explains: kept as little as matching it with an invoice takes. */
async function keepReceipts(
  { ledger }: EnginePorts,
  account: AccountSettings,
  strangers: readonly Charge[],
  seenAt: number,
): Promise<number> {
  const rows = strangers.flatMap((charge): ReceiptRow[] => {
    const { id, payerId, billingType, status, value, paymentDate } = charge;
    if (paymentDate === null || livenessOf(charge) === 'live') return [];
    const what = { id, payerId, billingType, status, value, paidOn: paymentDate };
    return [{ ...what, accountId: account.id, seenAt }];
  });
  if (rows.length === 0) return 0;
  const known = await ledger.receipts.bulkGet(rows.map(({ id }) => id));
  const fresh = rows.filter((row, at) => known[at]?.status !== row.status);
  if (fresh.length > 0) await ledger.receipts.bulkPut(fresh);
  return rows.filter((_, at) => known[at] === undefined).length;
}

function differs(known: Charge | undefined, read: Charge): boolean {
  return (
    known?.status !== read.status ||
    known.deleted !== read.deleted ||
    known.value !== read.value ||
    known.dueDate !== read.dueDate ||
    known.viewed !== read.viewed
  );
}

function distinct(changed: readonly KeptCharge[]): readonly ChargeRow[] {
  return [
    ...new Map(
      changed.map(({ row }) => [`${row.providerKey}:${row.invoiceId}`, row] as const),
    ).values(),
  ];
}
