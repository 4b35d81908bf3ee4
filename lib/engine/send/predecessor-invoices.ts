import type { Charge, Environment } from '../../billing/charge.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { parseReference } from '../../billing/reference.ts';
import type { PredecessorInvoice } from '../../billing/send-plan.types.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { activeKey } from '../outbox/active-key.ts';
import type { EnginePorts } from '../ports.ts';
import { proveCharges, type Read, unprovenCharges } from './under-alias.ts';

/**
 * The invoices that were renegotiated into another one, each with whether a sending of its own is open
 * here, under any of these keys. To be called before Asaas is asked for their charges: a sending that ends
 * in between has left its charge where it is found.
 */
export async function predecessorInvoices(
  ledger: LedgerDatabase,
  environment: Environment,
  keys: readonly string[],
  invoices: readonly Invoice[],
): Promise<readonly PredecessorInvoice[]> {
  const held = invoices.flatMap(({ id }) => keys.map((key) => activeKey(environment, key, id)));
  const jobs = held.length === 0 ? [] : await ledger.jobs.where('activeKey').anyOf(held).toArray();
  const open = new Set(jobs.map(({ invoiceId }) => invoiceId));
  return invoices.map(({ id, status, renegotiated, customerId }) => ({
    id,
    status,
    renegotiated,
    customerId,
    sending: open.has(id),
  }));
}

/**
 * Ids of the charges of these invoices that only an alias brought and nothing proves. The customer that
 * was read speaks for its own invoices alone.
 */
export async function unprovenOfPredecessors(
  ports: EnginePorts,
  read: Omit<Read, 'invoiceId'>,
  invoices: readonly PredecessorInvoice[],
  charges: readonly Charge[],
): Promise<readonly string[]> {
  const unproven: string[] = [];
  for (const { id, customerId } of invoices) {
    const named = charges.filter((charge) => invoiceOf(charge) === id);
    const left =
      customerId === read.customer.id
        ? await proveCharges(ports, { ...read, invoiceId: id }, named)
        : await unprovenCharges(ports.ledger, read.panel, id, named);
    unproven.push(...left);
  }
  return unproven;
}

function invoiceOf({ reference }: Charge): string | null {
  const parsed = reference === null ? null : parseReference(reference);
  return parsed?.kind === 'charge' ? parsed.invoiceId : null;
}
