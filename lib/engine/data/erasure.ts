import type { AdoptionStage } from '../../ledger/adoption-rows.ts';
import { isUnfinished, type Held } from './subject.ts';

const UNDER_WAY: ReadonlySet<AdoptionStage> = new Set(['linking', 'undoing']);

/** What erasing a customer takes away, and what has to stay. */
export interface Erasure {
  /** Ids of the ended charges, with their codes and what happened to them. */
  readonly charges: readonly string[];
  /** Ids of the invoices. */
  readonly invoices: readonly string[];
  readonly jobs: number;
  /** Ids of the charges that may still be paid or given back, and of their invoices. */
  readonly keptCharges: readonly string[];
  readonly keptInvoices: readonly string[];
  /** The invoice of a job under way: while there is one, nothing is erased. Null: none is. */
  readonly busy: string | null;
}

/** Divides what is held about a customer. Nothing is changed by it. */
export function erasureOf(held: Held): Erasure {
  const unfinished = held.charges.filter(isUnfinished);
  const kept = new Set(unfinished.map(({ invoiceId }) => invoiceId));
  const invoices = held.invoices.map(({ id }) => id);
  const busy = held.jobs.find(({ activeKey }) => activeKey !== undefined);
  // Of an invoice that nothing else here is about: its job would go on, and nobody could undo what it did.
  const linking = held.adoptions.find(({ stage }) => UNDER_WAY.has(stage));
  return {
    charges: held.charges.filter((charge) => !isUnfinished(charge)).map(({ id }) => id),
    invoices: invoices.filter((id) => !kept.has(id)),
    jobs: held.jobs.length,
    keptCharges: unfinished.map(({ id }) => id),
    keptInvoices: [...kept],
    busy: busy?.invoiceId ?? linking?.invoiceIds[0] ?? null,
  };
}
