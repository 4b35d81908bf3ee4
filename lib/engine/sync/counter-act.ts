import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { counterStep } from '../../billing/counter-step.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { ChargeRow, CounterStep, InvoiceRow, JobRow } from '../../ledger/rows.ts';
import type { AccountSettings, PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { earlierBalance, isStep, sameStep } from './counter-facts.ts';
import { tellTwoReceipts } from './two-receipts-alerts.ts';

/** Puts a step into the outbox. */
export type EnqueueCounter = (
  ports: EnginePorts,
  what: {
    readonly account: AccountSettings;
    readonly origin: string;
    readonly providerKey: string;
    readonly invoiceId: string;
    readonly targetId: string;
    readonly step: CounterStep;
  },
) => Promise<unknown>;

/** An invoice and what the ledger knows of it; `before` is the reading that this one takes the place of. */
export interface Standing {
  readonly invoice: Invoice;
  readonly before: InvoiceRow | undefined;
  readonly charges: readonly ChargeRow[];
}

/** What follows from one invoice for its charge. Several that stand are for a person, and told elsewhere. */
async function decide({ ledger, clock }: EnginePorts, { invoice, before, charges }: Standing) {
  const [charge, ...others] = standingCharges(charges);
  if (!charge || others.length > 0 || livenessOf(charge) !== 'live') return null;
  const { providerKey, invoiceId } = charge;
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  const earlier = earlierBalance(charge, jobs, before);
  const outcome = counterStep(invoice, charge, todayInSaoPaulo(clock.now()), earlier);
  return { charge, jobs, outcome };
}

/** Whether there may be anything to do or to tell, so that the invoice is worth reading once more. */
export async function isOfInterest(ports: EnginePorts, standing: Standing): Promise<boolean> {
  if (standing.invoice.status === 'received' && standing.charges.some(isPaid)) return true;
  const decided = await decide(ports, standing);
  return decided !== null && decided.outcome.kind !== 'nothing';
}

const isPaid = (charge: ChargeRow) =>
  livenessOf(charge) === 'paid' || charge.status === 'CONFIRMED';

/** Does what follows from an invoice that was read just now. */
export async function act(
  ports: EnginePorts,
  panel: PanelSettings,
  accounts: readonly AccountSettings[],
  standing: Standing,
  enqueue: EnqueueCounter,
): Promise<void> {
  const { invoice, before } = standing;
  const row = { ...invoice, origin: panel.origin, readAt: ports.now() };
  const seen =
    before?.status === 'received' ? { invoiceReadAt: before.readAt, chargeLiveAt: null } : null;
  for (const charge of standing.charges.filter(isPaid)) {
    await tellTwoReceipts(ports, row, charge, seen);
  }
  const decided = await decide(ports, standing);
  if (decided === null) return;
  const { charge, jobs, outcome } = decided;
  if (outcome.kind === 'nothing') return forget(ports, charge);
  const account = accounts.find(({ id }) => id === charge.accountId);
  if (!isStep(outcome) || !account) return differs(ports, charge, invoice, outcome.kind);
  const { providerKey, invoiceId, id: targetId } = charge;
  switch (triedBefore(jobs, targetId, outcome)) {
    case 'never': {
      const { origin } = panel;
      await enqueue(ports, { account, origin, providerKey, invoiceId, targetId, step: outcome });
      return;
    }
    // Somebody undid it at Asaas since: doing it again and again would be a quarrel with a person.
    case 'done':
      return differs(ports, charge, invoice, outcome.kind);
    case 'stopped':
      return;
  }
}

/** A job that stopped, or that a person called off, tells so itself and is not begun anew. */
function triedBefore(
  jobs: readonly JobRow[],
  targetId: string,
  step: CounterStep,
): 'never' | 'done' | 'stopped' {
  const last = sameStep(jobs, targetId, step);
  // It ended before it did anything, and no person called it off.
  const isSetAside = last?.state === 'cancelled' && last.failure !== null;
  if (last === null || isSetAside) return 'never';
  return last.state === 'done' ? 'done' : 'stopped';
}

const KIND = 'counter-differs' as const;

async function differs(
  { ledger, now }: EnginePorts,
  { id, accountId, providerKey, invoiceId, value }: ChargeRow,
  { status, open }: Invoice,
  step: string,
): Promise<void> {
  const about = { kind: KIND, accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
  await raiseAlert(ledger, { ...about, detail: { step, status, open, cents: value } }, now());
}

/** Takes back what was told of these invoices: they and their charges agree now. */
export async function forgetAgreed(
  { ledger }: EnginePorts,
  agreed: readonly Standing[],
): Promise<void> {
  const told = await ledger.alerts.where('kind').equals(KIND).toArray();
  const charges = new Set(agreed.flatMap((standing) => standing.charges.map(({ id }) => id)));
  const over = told.filter(({ chargeIds }) => chargeIds.some((id) => charges.has(id)));
  await ledger.alerts.bulkDelete(over.map(({ id }) => id));
}

async function forget({ ledger }: EnginePorts, { id, accountId }: ChargeRow): Promise<void> {
  await withdrawAlert(ledger, { kind: KIND, accountId, subject: id });
}
