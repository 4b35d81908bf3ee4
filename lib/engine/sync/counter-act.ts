import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { counterStep } from '../../billing/counter-step.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import { alertId, raiseAlert } from '../../ledger/alerts.ts';
import type { ChargeRow, CounterStep, JobRow } from '../../ledger/rows.ts';
import type { FailureCode } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { CounterWork } from '../outbox/counter-job.ts';
import type { EnginePorts } from '../ports.ts';
import { forgetAgreed, isPaid, type Standing } from './counter-agree.ts';
import { earlierBalance, isStep, sameStep } from './counter-facts.ts';
import { isProven } from './counter-proof.ts';
import { twinsWord } from './counter-twin.ts';
import { mayBeUndone, undone } from './counter-undone.ts';
import { tellTwoReceipts } from './two-receipts-alerts.ts';

/** Puts a step into the outbox. */
export type EnqueueCounter = (ports: EnginePorts, what: CounterWork) => Promise<unknown>;

/** What follows from one invoice for its charge. Several that stand are for a person, and told elsewhere. */
async function decide({ ledger, clock }: EnginePorts, origin: string, standing: Standing) {
  const { invoice, before, charges } = standing;
  const [charge, ...others] = standingCharges(charges);
  const [any] = charges;
  if (!any || others.length > 0) return null;
  if (!charge && !mayBeUndone(standing)) return null;
  const { providerKey, invoiceId } = charge ?? any;
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  const back = undone(standing, origin, jobs);
  if (back) {
    return { charge: back.charge, jobs, outcome: { kind: 'alert', why: back.why } as const };
  }
  if (!charge || livenessOf(charge) !== 'live') return null;
  const earlier = earlierBalance(charge, jobs, before);
  const outcome = counterStep(invoice, charge, todayInSaoPaulo(clock.now()), earlier);
  return outcome.kind === 'nothing' ? null : { charge, jobs, outcome };
}

/** Whether there may be anything to do or to tell, so that the invoice is worth reading once more. */
export async function isOfInterest(
  ports: EnginePorts,
  { origin }: PanelSettings,
  standing: Standing,
): Promise<boolean> {
  if (standing.invoice.status === 'received' && standing.charges.some(isPaid)) return true;
  return (await decide(ports, origin, standing)) !== null;
}

/** Whose invoice was read, and which accounts its charges may be in. */
export interface Where {
  readonly settings: Settings;
  readonly panel: PanelSettings;
  readonly accounts: readonly AccountSettings[];
}

/** What earlier looks made of an invoice: held back with too many others, or left for this one. */
interface Before {
  readonly isHeld: boolean;
  readonly isLeft: boolean;
}

/**
 * What is to be done about an invoice that was read just now; what only a person can settle is told here.
 * Null: nothing. `later`: what it takes to know could not be read. `held`: a person must let it go first, and
 * until then nothing is asked of anybody for its sake.
 */
export async function consider(
  ports: EnginePorts,
  { settings, panel, accounts }: Where,
  standing: Standing,
  { isHeld, isLeft }: Before,
): Promise<CounterWork | 'later' | 'held' | null> {
  const { invoice, before } = standing;
  const { origin } = panel;
  const row = { ...invoice, origin, readAt: ports.now() };
  const seen =
    before?.status === 'received' ? { invoiceReadAt: before.readAt, chargeLiveAt: null } : null;
  for (const charge of standing.charges.filter(isPaid)) {
    await tellTwoReceipts(ports, row, charge, seen);
  }
  const decided = await decide(ports, origin, standing);
  if (decided === null) {
    await forgetAgreed(ports, origin, [standing]);
    return null;
  }
  const { charge, jobs, outcome } = decided;
  const about = { charge, invoice, origin };
  const account = accounts.find(({ id }) => id === charge.accountId);
  if (!isStep(outcome)) return differs(ports, about, outcome.kind, outcome.why);
  if (!account) return differs(ports, about, outcome.kind);
  const tried = triedBefore(jobs, charge.id, outcome);
  if (tried === 'stopped') return null;
  // Somebody undid it at Asaas since: doing it again and again would be a quarrel with a person.
  if (tried === 'done') return differs(ports, about, outcome.kind);
  if (isHeld) return 'held';
  if (await wasTold(ports, about, outcome.kind, 'unproven')) return null;
  if (await wasTold(ports, about, outcome.kind, 'unread')) return 'later';
  // What this reading wrote speaks for nothing; that the invoice was there to be paid does.
  const isKnown = before?.status === 'open';
  const claim = { settings, panel, account, invoice, before, isKnown, charge, jobs };
  const proof = await isProven(ports, claim, 'sweep');
  if (!proof.ok) {
    if (!PASSING.has(proof.error.code)) await differs(ports, about, outcome.kind, 'unread');
    return 'later';
  }
  if (!proof.value) {
    const word = await twinsWord(ports, claim);
    if (word === 'same') return null;
    // Panels are looked at side by side: the other one may be reading it just now.
    if (word === 'other' && !isLeft) return 'later';
    return differs(ports, about, outcome.kind, 'unproven');
  }
  const { providerKey, invoiceId, id: targetId } = charge;
  return { account, origin, providerKey, invoiceId, targetId, step: outcome };
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

interface About {
  readonly charge: ChargeRow;
  readonly invoice: Invoice;
  readonly origin: string;
}

const KIND = 'counter-differs' as const;

/** `open` and `cents` are the two sides; `why` names what proves nothing or says two things. */
function sightingOf({ charge, invoice, origin }: About, step: string, why?: string) {
  const { id, accountId, providerKey, invoiceId, value } = charge;
  const { status, open } = invoice;
  // A panel that proves nothing is heard beside the one that does, and never in its place.
  const subject = why === 'unproven' ? `${id}@${origin}` : id;
  const detail = {
    step,
    status,
    open,
    cents: value,
    origin,
    ...(why === undefined ? {} : { why }),
  };
  return { kind: KIND, accountId, providerKey, invoiceId, chargeIds: [id], subject, detail };
}

async function differs(
  { ledger, now }: EnginePorts,
  about: About,
  step: string,
  why?: string,
): Promise<null> {
  await raiseAlert(ledger, sightingOf(about, step, why), now());
  return null;
}

/** Failures of the line and of the moment: the next look knows more. Of others a person must hear. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'asaas-network',
  'asaas-quota',
  'asaas-rate-limited',
  'asaas-timeout',
  'asaas-unavailable',
  'ixc-network',
  'ixc-timeout',
  'locked',
  'network-offline',
]);

/** What was told is not proved anew at every look, since each takes a payer and a customer. ms. */
const PROVE_AGAIN = { unproven: 12 * 60 * 60_000, unread: 30 * 60_000 } as const;

async function wasTold(
  { ledger, now }: EnginePorts,
  about: About,
  step: string,
  why: keyof typeof PROVE_AGAIN,
): Promise<boolean> {
  const { subject, accountId, detail } = sightingOf(about, step, why);
  const told = await ledger.alerts.get(alertId(KIND, accountId, subject));
  if (told?.detail['why'] !== why) return false;
  const age = now() - told.lastAt;
  if (age < 0 || age >= PROVE_AGAIN[why]) return false;
  return told.detail['status'] === detail.status && told.detail['open'] === detail.open;
}
