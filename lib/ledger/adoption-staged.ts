import type { AdoptionSeen } from './adoption-rows.ts';
import { readAdoptionRun, writeAdoptionRun } from './adoption-run.ts';
import type { LedgerDatabase } from './database.ts';

interface StagedOf {
  readonly origin: string;
  readonly customerId: string;
  /** The customer's payers at Asaas, as far as the ledger knows them. */
  readonly payers: readonly string[];
}

/** Drops what a comparison under way has read of one customer. Within a transaction. */
export async function eraseStaged(ledger: LedgerDatabase, subject: StagedOf): Promise<void> {
  const run = await readAdoptionRun(ledger);
  if (run?.origin !== subject.origin) return;
  await ledger.adoptionSeen.filter((seen) => isOf(seen, subject)).delete();
}

function isOf(seen: AdoptionSeen, { customerId, payers }: StagedOf): boolean {
  switch (seen.side) {
    case 'customer':
      return seen.id === customerId;
    case 'invoice':
      return seen.customerId === customerId;
    case 'payer':
      return seen.payerOf === customerId || payers.includes(seen.id);
    case 'charge':
      return payers.includes(seen.payerId);
    case 'charged':
      // An invoice's number, which keeps it from being given another charge.
      return false;
  }
}

/** Drops a comparison that was begun before this, ms since the epoch, and never came to its end. */
export async function dropComparison(ledger: LedgerDatabase, begunBefore: number): Promise<void> {
  const { meta, adoptionSeen } = ledger;
  await ledger.transaction('rw', meta, adoptionSeen, async () => {
    const run = await readAdoptionRun(ledger);
    if (run === null || run.phase === 'done' || run.startedAt >= begunBefore) return;
    await writeAdoptionRun(ledger, null);
    await adoptionSeen.clear();
  });
}
