import type { Invoice } from '../../billing/invoice.ts';
import { ok } from '../../billing/result.ts';
import type { IxcClient, IxcResult } from '../../ixc/webservice/client.types.ts';

/** A debt put off more often than this is more likely a mistake in the records. */
const MOST_LEVELS = 10;
/** Asaas is asked for the charges of every one of these. */
const MOST_INVOICES = 60;

export interface Predecessors {
  readonly invoices: readonly Invoice[];
  /** False: there are others that could not be read, or were not. */
  readonly complete: boolean;
}

/**
 * The invoices that were renegotiated into this one, and those that were renegotiated into them, as far
 * back as there are any: the first may have a charge although those in between were never sent. A
 * renegotiation that closed nothing was not read: an unknown column and a hidden invoice both look so. A
 * reading that fails fails the whole, unless the source has no such reading.
 */
export async function readPredecessors(
  ixc: Pick<IxcClient, 'closedByRenegotiation'>,
  { id, bornFromRenegotiation }: Pick<Invoice, 'id' | 'bornFromRenegotiation'>,
): IxcResult<Predecessors> {
  const found = new Map<string, Invoice>();
  const asked = new Set<string>();
  let complete = true;
  let level = bornFromRenegotiation === null ? [] : [bornFromRenegotiation];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MOST_LEVELS || found.size > MOST_INVOICES) {
      complete = false;
      break;
    }
    const before: string[] = [];
    for (const renegotiation of level) {
      asked.add(renegotiation);
      const closed = await ixc.closedByRenegotiation(renegotiation);
      if (!closed.ok && closed.error.kind !== 'unsupported') return closed;
      const others = closed.ok ? closed.value.filter((invoice) => invoice.id !== id) : [];
      if (others.length === 0) complete = false;
      for (const invoice of others) {
        found.set(invoice.id, invoice);
        if (invoice.bornFromRenegotiation !== null) before.push(invoice.bornFromRenegotiation);
      }
    }
    level = [...new Set(before)].filter((renegotiation) => !asked.has(renegotiation));
  }
  const invoices = [...found.values()].slice(0, MOST_INVOICES);
  return ok({ invoices, complete: complete && found.size <= MOST_INVOICES });
}
