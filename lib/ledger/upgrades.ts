import type { Transaction } from 'dexie';
import { addSums, sumsOf } from './aggregates.ts';
import { batchesOf } from './batches.ts';
import type { AggregateRow, ChargeRow } from './rows.ts';
import { LedgerUnusable } from './unusable.ts';

/** A step of an upgrade whose failure undoes the whole of it and is told as what it is. */
export function upgrading(step: (transaction: Transaction) => Promise<void>) {
  return async (transaction: Transaction): Promise<void> => {
    try {
      await step(transaction);
    } catch (cause) {
      // A full disk is no fault of the rows: it says so itself.
      if (cause instanceof Error && cause.name.startsWith('QuotaExceeded')) throw cause;
      throw new LedgerUnusable('upgrade', { cause });
    }
  };
}

/** Builds the aggregates of the charges that are there. */
export async function countCharges(transaction: Transaction): Promise<void> {
  const aggregates = transaction.table<AggregateRow, [string, string, string, string]>(
    'aggregates',
  );
  for await (const rows of batchesOf(transaction.table<ChargeRow, string>('charges'))) {
    await addSums({ aggregates }, sumsOf(rows.map((row) => ({ after: row }))));
  }
}

type AuditTable = 'audit' | 'auditMoving';

export async function copyAudit(
  transaction: Transaction,
  from: AuditTable,
  to: AuditTable,
): Promise<void> {
  for await (const entries of batchesOf(transaction.table(from))) {
    await transaction.table(to).bulkAdd(entries);
  }
}
