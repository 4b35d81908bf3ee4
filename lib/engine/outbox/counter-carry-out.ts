import type { AsaasClient } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import { counterStep, type CounterOutcome } from '../../billing/counter-step.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { liveReason } from '../../billing/plan/predecessors.ts';
import { notFoundReason } from '../../billing/plan/not-found.ts';
import { standingCharges } from '../../billing/standing.ts';
import { chargesOf } from '../../ledger/charges.ts';
import type { ChargeRow, CounterJobRow, JobRow } from '../../ledger/rows.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { isProven } from '../sync/counter-proof.ts';
import { earlierBalance, isSameStep, isStep, sameStep } from '../sync/counter-facts.ts';
import { undone } from '../sync/counter-undone.ts';
import {
  counterDone,
  goneAsAsked,
  isPaidByPayer,
  isReached,
  laterCounter,
  overtaken,
  paidMeanwhile,
  tellDifference,
  unprovenNow,
} from './counter-ends.ts';
import { enqueueCounter } from './counter-job.ts';
import { requestCounter } from './counter-request.ts';
import { type InvoiceRead, readCounterInvoice, readTarget } from './counter-sides.ts';
import { jobKeys } from './job-keys.ts';
import { afterAbsent, unanswered, withAbsent } from './quarantine.ts';
import { REPLACE_GAP, SEARCH_GAP } from './schedule.ts';
import { isAboutPayer } from './about-payer.ts';
import { isFollowing } from './desk/followed-refund.ts';
import { block, blockWith } from './stopping.ts';
import { release } from './store.ts';

/** Reads both sides, and asks Asaas only for what still follows from them. */
export async function carryOutCounter(
  ports: EnginePorts,
  job: CounterJobRow,
): Promise<JobRow | null> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return laterCounter(ports, job, { code: 'no-account' });
  if (!unanswered(job) && (await isOthersTurn(ports, settings, job))) return letOthers(ports, job);
  const client = await ports.asaas(account);
  if (!client.ok) return laterCounter(ports, job, client.error);
  const read = await readCounterInvoice(ports, job);
  const target = await readTarget(ports, client.value, job);
  if (!target.ok) return laterCounter(ports, job, target.error);

  const { charge, row } = target.value;
  if (charge === null) return missing(ports, job, row);
  if (isReached(job.step, charge)) {
    if (read.ok) await tellIfUndone(ports, settings, job, read.value);
    return counterDone(ports, job);
  }
  if (isPaidByPayer(charge)) {
    return paidMeanwhile(ports, job, charge, read.ok ? read.value.invoice : null);
  }
  // Whether it was carried out must be known first, and takes no reading of IXC.
  const look = lookOf(ports, job);
  if (look === 'wait') return keepLooking(ports, job);
  if (look === 'ask-person') return blockWith(ports, job, { code: 'check-in-asaas' });
  if (!read.ok) return laterCounter(ports, job, read.error);
  const keys = jobKeys(settings, job);
  if (row?.invoiceId !== job.invoiceId || !keys.includes(row.providerKey)) {
    return blockWith(ports, job, { code: 'charge-reassigned' });
  }
  return decide(ports, settings, job, { account, client: client.value, charge, read: read.value });
}

/** It is as the step would have it, and IXC may have gone back on that meanwhile. */
async function tellIfUndone(
  ports: EnginePorts,
  settings: Settings,
  job: CounterJobRow,
  { invoice, before }: InvoiceRead,
): Promise<void> {
  const keys = jobKeys(settings, job);
  const charges = await chargesOf(ports.ledger, keys, job.invoiceId, job.environment);
  const jobs = (await jobsOf(ports, keys, job)).filter(({ id }) => id !== job.id);
  const done: CounterJobRow = { ...job, state: 'done' };
  const back = undone({ invoice, before, charges }, job.origin, [...jobs, done]);
  if (back?.charge.id === job.targetId) {
    await tellDifference(ports, job, back.charge, invoice, back.why);
  }
}

interface Sides {
  readonly account: AccountSettings;
  readonly client: AsaasClient;
  readonly charge: Charge;
  readonly read: InvoiceRead;
}

async function decide(
  ports: EnginePorts,
  settings: Settings,
  job: CounterJobRow,
  { account, client, charge, read }: Sides,
): Promise<JobRow | null> {
  const panel = settings.panels.find(({ origin }) => origin === job.origin);
  const own = panel ? ownKeys(panel.providerKey, panel.aliases) : [];
  if (!panel || !own.includes(job.providerKey)) return overtaken(ports, job);
  const all = await chargesOf(ports.ledger, jobKeys(settings, job), job.invoiceId, job.environment);
  if (standingCharges(all).length > 1) return block(ports, job, [{ code: 'several-live' }]);
  const jobs = await jobsOf(ports, jobKeys(settings, job), job);
  // The sweep held the proof when it last read the invoice: of the same customer, that reading speaks for it.
  const { invoice, before } = read;
  const claim = { settings, panel, account, invoice, before, isKnown: !!before, charge, jobs };
  const proof = await isProven(ports, claim, 'job');
  if (!proof.ok) return laterCounter(ports, job, proof.error);
  if (!proof.value) return unprovenNow(ports, job, charge, invoice);
  const outcome = outcomeNow(ports, job, jobs, charge, read);
  if (!isStep(outcome) || !isSameStep(outcome, job.step)) {
    if (outcome.kind === 'alert') {
      await tellDifference(ports, job, charge, read.invoice, outcome.why);
    }
    const end = await overtaken(ports, job);
    // The sweep will not come back to it: what follows now was read just now.
    const isNew = isStep(outcome) && sameStep(jobs, job.targetId, outcome) === null;
    if (isNew) await enqueueCounter(ports, { ...job, account, step: outcome });
    return end;
  }
  const last = job.attempts.at(-1);
  if (last?.outcome === 'refused' && job.failure) return blockWith(ports, job, job.failure);
  if (await isOthersTurn(ports, settings, job)) return letOthers(ports, job);
  // A day that IXC does not tell stays the one on which the receipt was noticed.
  const isDated = outcome.kind === 'close' && read.invoice.paidOn != null;
  return requestCounter(ports, job, client, charge, isDated ? outcome : job.step);
}

/** What follows now. That the balance fell was known when the step was decided, and stays known. */
function outcomeNow(
  { clock }: EnginePorts,
  { step, chargeValue }: CounterJobRow,
  jobs: readonly JobRow[],
  charge: Charge,
  { invoice, before }: InvoiceRead,
): CounterOutcome {
  const isKnown = step.kind === 'lower' && chargeValue === charge.value;
  const earlier = isKnown
    ? { whenCharged: null, whenSeen: charge.value }
    : earlierBalance(charge, jobs, before);
  return counterStep(invoice, charge, todayInSaoPaulo(clock.now()), earlier);
}

/** Of a receipt in cash, which is a POST: whether it may be asked for, again. PUT and DELETE always may. */
function lookOf(ports: EnginePorts, job: CounterJobRow): ReturnType<typeof afterAbsent> {
  const question = job.step.kind === 'close' ? unanswered(job) : null;
  if (question === null) return 'repeat';
  return afterAbsent(job.attempts, withAbsent(job.absentLocates, ports.clock.now()), question);
}

function keepLooking(ports: EnginePorts, job: CounterJobRow): Promise<null> {
  const absentLocates = withAbsent(job.absentLocates, ports.clock.now());
  const nextAt = ports.now() + SEARCH_GAP;
  return release(ports, job, { state: 'unknown', absentLocates, nextAt, tries: 0 });
}

/** Asaas does not find it: gone, if that was asked for, and otherwise for a person to look up. */
function missing(ports: EnginePorts, job: CounterJobRow, row: ChargeRow | null): Promise<null> {
  const wasAsked = job.step.kind === 'cancel' && unanswered(job) !== null;
  if (wasAsked) return goneAsAsked(ports, job, row);
  const { targetId: id, invoiceId } = job;
  return block(ports, job, [(row && notFoundReason(row)) ?? liveReason({ id, invoiceId })]);
}

/** Whether an operator's own job on the invoice is not over, or the charge is being deleted. */
async function isOthersTurn(
  ports: EnginePorts,
  settings: Settings,
  job: CounterJobRow,
): Promise<boolean> {
  const others = await jobsOf(ports, jobKeys(settings, job), job);
  const isActive = (each: JobRow) =>
    each.kind !== 'counter' &&
    !isAboutPayer(each) &&
    !isFollowing(each) &&
    each.activeKey !== undefined &&
    // A person who waits need not wait for the last look at what was sent.
    !(job.asked && isSent(each.state));
  if (others.some((each) => each.environment === job.environment && isActive(each))) return true;
  const deletions = ports.ledger.jobs.where({ activeKey: `delete:${job.targetId}` });
  return (await deletions.count()) > 0;
}

/** From here on a sending only looks at what it made. */
function isSent(state: JobRow['state']): boolean {
  return state === 'created' || state === 'verified';
}

function jobsOf(
  { ledger }: EnginePorts,
  keys: readonly string[],
  { invoiceId }: CounterJobRow,
): Promise<JobRow[]> {
  const pairs = keys.map((key): [string, string] => [key, invoiceId]);
  return ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
}

function letOthers(ports: EnginePorts, job: CounterJobRow): Promise<null> {
  return release(ports, job, { state: 'waiting', nextAt: ports.now() + REPLACE_GAP });
}
