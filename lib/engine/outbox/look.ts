import { type CivilDate, todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import { parseReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { chargesOf } from '../../ledger/charges.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { keepFound, locateCharges } from '../send/locate.ts';
import type { Care } from '../send/recent-readings.ts';
import { createdSince } from './created-since.ts';
import { jobKeys } from './job-keys.ts';
import { VERIFICATIONS } from './schedule.ts';
import { activeJobs, isDue } from './store.ts';

/** Asaas's clock and ours, and lists that lag, around midnight. ms. */
const MARGIN = 60 * 60_000;

/** A list that could not be read is read once more before everybody who waited for it searches alone. */
const MOST_LISTS = 2;

/**
 * The charges of a job's invoice in one account, for one look of its verification.
 *
 * The looks after one and after ten minutes are for what was *made* meanwhile: by another browser, or late,
 * by a request of our own. Whatever was made bears its day of creation, so the account's list of charges
 * created since the day of the first request shows it, under every key and as either reference, and jobs
 * that are due together share the pages. The look at once stays a search by reference of its own, as do
 * all looks for a job about which an older charge may matter (`isPlain`), the looks that a sweep asks for,
 * and the search for a request of unknown outcome, which allows for a second one and so is never spared.
 *
 * An older charge that only afterwards comes to bear the reference (restored, or linked by hand) is in no
 * list of the created ones, neither in this one nor in the sweep's of 48 hours; the sweep of open charges
 * notices it, and has the job verified again.
 *
 * The list counts only if it shows what is known to be there: the job's own charge, in its account, and
 * every other of the invoice that the ledger has. Otherwise (it lags, one was deleted, the list is longer
 * than the searches that it saves, or moved while it was read) the job searches by itself, as it does after
 * two looks that failed.
 */
export async function look(
  ports: EnginePorts,
  settings: Pick<Settings, 'panels' | 'accounts'>,
  account: AccountSettings,
  job: CreateJobRow,
): Promise<Result<readonly Charge[], FailureView>> {
  const keys = jobKeys(settings, job);
  const { invoiceId } = job;
  const now = ports.now();
  const search = () => locateCharges(ports, [account], keys, invoiceId, careOf(job));
  const from = firstDay(job);
  if (from === null || !maySeeInList(job)) return search();
  const client = await ports.asaas(account);
  if (!client.ok) return client;
  const created = await createdSince(ports, {
    ...{ accountId: account.id, client: client.value, from },
    notBefore: Math.min(job.nextAt ?? now, now),
    plan: () => together(ports, settings, job, from),
  });
  if (created.kind === 'failed') return fail(created.failure);
  if (created.kind !== 'read') return search();
  const found = created.charges.filter(({ reference }) => isOfInvoice(reference, keys, invoiceId));
  const shown = new Set(found.map(({ id }) => id));
  const known = await chargesOf(ports.ledger, keys, invoiceId);
  const expected = known.filter(({ accountId }) => accountId === account.id).map(({ id }) => id);
  if (account.id === job.accountId && job.chargeId !== null) expected.push(job.chargeId);
  if (expected.some((id) => !shown.has(id))) return search();
  await keepFound(ports, keys, invoiceId, found, created.seenAt);
  return ok(found);
}

/** A creation that a sweep has had verified again is looked for in every way; so is a re-charge. */
function careOf({ verifications, draft }: CreateJobRow): Care {
  const reference = draft === null ? null : parseReference(draft.reference);
  const isFirst = reference?.kind === 'charge' && reference.generation === 1;
  return isFirst && verifications < VERIFICATIONS.length ? 'sparing' : 'anew';
}

/** Whether this look of the job may be taken from the list of what was created. */
function maySeeInList(job: JobRow): job is CreateJobRow {
  return (
    job.kind === 'create' &&
    job.state === 'verified' &&
    job.verifications > 0 &&
    job.verifications < VERIFICATIONS.length &&
    job.tries < MOST_LISTS &&
    isPlain(job)
  );
}

/**
 * No older charge is known that could come to stand beside the job's: none was replaced, belongs to an
 * invoice that was renegotiated into this one, or looked the same and could be linked to it by another
 * browser. Whatever could be linked is among the payer's charges of like value and date, which the plan
 * had read when it found none.
 */
function isPlain({ replaces, predecessors, choices }: CreateJobRow): boolean {
  return (
    replaces === undefined &&
    (predecessors ?? []).length === 0 &&
    (choices.createAnotherThan ?? []).length === 0
  );
}

/** The day of the job's first request, on Asaas's clock. What was there before it, the plan had read. */
function firstDay({ attempts }: CreateJobRow): CivilDate | null {
  const first = attempts.find(({ request }) => request === 'charge');
  return first === undefined ? null : todayInSaoPaulo(first.at - MARGIN);
}

function isOfInvoice(
  reference: string | null,
  keys: readonly string[],
  invoiceId: string,
): boolean {
  const parsed = reference === null ? null : parseReference(reference);
  return (
    parsed?.kind === 'charge' && parsed.invoiceId === invoiceId && keys.includes(parsed.providerKey)
  );
}

/** What all jobs of the environment that are due now would need of a list, and would search without it. */
async function together(
  ports: EnginePorts,
  settings: Pick<Settings, 'panels'>,
  { environment }: JobRow,
  from: CivilDate,
): Promise<{ readonly from: CivilDate; readonly searches: number }> {
  const now = ports.now();
  const due = (await activeJobs(ports))
    .filter((job) => job.environment === environment && isDue(job, now))
    .filter(maySeeInList);
  const days = due.flatMap((job) => firstDay(job) ?? []);
  return {
    from: days.reduce((first, day) => (day < first ? day : first), from),
    searches: due.reduce((sum, job) => sum + jobKeys(settings, job).length, 0),
  };
}
