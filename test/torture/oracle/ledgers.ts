import { livenessOf } from '../../../lib/billing/status.ts';
import type { Book } from '../actions/book.ts';
import { mayStop, stoppedBy } from './stopped.ts';
import { addOne, type Breach, type Counts } from './verdict.ts';
import type { BrowserView, View } from './view.ts';

/** Both ledgers say of every charge what Asaas says, and neither lost a job or a link of its audit. */
export function judgeLedgers(view: View, book: Book, ends: Counts): Breach[] {
  return view.browsers.flatMap((each) => [
    ...judgeRows(view, each),
    ...judgeJobs(view, each, ends),
    ...judgeAudit(each),
    ...judgePauses(each),
    ...each.browser.failures.map((reason) => ({
      rule: 'a worker broke',
      invoiceId: null,
      detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    })),
    ...judgeConfirmed(each, book),
  ]);
}

function judgeRows(view: View, { browser, charges }: BrowserView): Breach[] {
  const breaches: Breach[] = [];
  for (const [invoiceId, all] of view.charges) {
    for (const charge of all) {
      const row = charges.get(charge.id);
      const tell = (detail: string) =>
        breaches.push({
          rule: 'ledger differs',
          invoiceId,
          detail: `${browser.name}, ${charge.id}: ${detail}`,
        });
      if (!row) {
        // What was made and taken back before this browser looked was never its business.
        if (!charge.deleted) tell(`unknown, and is ${charge.status}`);
        continue;
      }
      if (charge.deleted) {
        if (livenessOf(row) === 'live') tell(`${row.status}, and is deleted`);
        continue;
      }
      if (row.deleted !== charge.deleted) tell('deleted, and is not');
      for (const field of ['status', 'value', 'dueDate'] as const) {
        if (row[field] !== charge[field]) {
          tell(`${field} ${String(row[field])}, and is ${String(charge[field])}`);
        }
      }
    }
  }
  return breaches;
}

function judgeJobs(view: View, { browser, jobs }: BrowserView, ends: Counts): Breach[] {
  const ids = new Set([...view.charges.values()].flat().map(({ id }) => id));
  return jobs.flatMap((job): Breach[] => {
    const breach = (rule: string): Breach[] => {
      const { kind, state, id } = job;
      const detail = `${browser.name}, ${kind} ${id}: ${state} ${stoppedBy(job).join(',')}`;
      return [{ rule, invoiceId: job.invoiceId, detail }];
    };
    if (job.state === 'blocked') {
      addOne(ends, `job ${job.kind} blocked: ${stoppedBy(job).join(',')}`);
      if (!mayStop(job)) return breach('blocked by what never was');
    }
    if (job.activeKey !== undefined) return breach('a job that never ends');
    if (job.kind === 'create' && job.state === 'done' && !ids.has(job.chargeId ?? '')) {
      return breach('done without a charge');
    }
    return [];
  });
}

function judgeAudit({ browser, audit }: BrowserView): Breach[] {
  return audit.installations
    .filter(({ brokenAt }) => brokenAt !== null)
    .map(({ id, brokenAt }) => ({
      rule: 'broken audit',
      invoiceId: null,
      detail: `${browser.name}, ${id} at ${String(brokenAt)}`,
    }));
}

/** No intent came on a disk while everything was paused there. */
function judgePauses({ browser }: BrowserView): Breach[] {
  return browser.intents
    .filter(({ at }) => browser.pauses.some(({ from, to }) => at > from && at < to))
    .map(({ request, at, invoiceId }) => ({
      rule: 'asked while paused',
      invoiceId,
      detail: `${browser.name}: ${request} at ${new Date(at).toISOString()}`,
    }));
}

/** Every confirmation is a job on the disk that it was made on, unless that was replaced by an older one. */
function judgeConfirmed({ browser, jobs }: BrowserView, book: Book): Breach[] {
  const known = new Set(jobs.map(({ id }) => id));
  return book
    .jobs()
    .filter(({ who, jobId }) => who === browser.name && !known.has(jobId))
    .filter(({ invoiceId, who }) => !book.wasRestored(invoiceId, who))
    .map(({ invoiceId, jobId }) => ({
      rule: 'job gone',
      invoiceId,
      detail: `${browser.name}: ${jobId}`,
    }));
}
