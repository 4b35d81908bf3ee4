import { attemptCodeOf } from '../../../lib/billing/attempt-code.ts';
import type { ChargeRecord } from '../../emulators/asaas/index.ts';
import { isOpen } from '../../emulators/asaas/charges/charge-record.ts';
import type { Book } from '../actions/book.ts';
import { mayStop, stoppedBy } from './stopped.ts';
import { addOne, type Breach, type Counts } from './verdict.ts';
import type { View } from './view.ts';

/** Money came in for it, or still may. */
function stands(charge: ChargeRecord): boolean {
  return !charge.deleted && charge.status !== 'REFUNDED';
}

/** Exactly one charge for each invoice that was to be charged and can be; and none that must not be paid. */
export function judgeCharges(view: View, book: Book, ends: Counts): Breach[] {
  return view.world.invoices.flatMap((id) => {
    const standing = (view.charges.get(id) ?? []).filter(stands);
    const invoice = view.world.ixc.control.invoice(id);
    const isDue = ['A', 'P'].includes(String(invoice['status']));
    const breach = (rule: string, detail: string): Breach => ({ rule, invoiceId: id, detail });
    if (!book.wasConfirmed(id) && standing.length > 0) {
      return [breach('charged unasked', listed(standing))];
    }
    if (standing.length > 1) return several({ view, ends }, id, standing, breach);
    if (!isDue) return afterCounter(view, standing, ends, breach);
    if (book.isWanted(id) && standing.length === 0) return missing(view, id, ends, breach);
    if (standing.length === 1) addOne(ends, 'one charge stands');
    else addOne(ends, book.wasConfirmed(id) ? 'called off or taken away' : 'never sent');
    return [];
  });
}

type Breached = (rule: string, detail: string) => Breach;

const TOLD = ['several-live', 'paid-twice'] as const;

/**
 * Two stand where nothing may delete one by itself (paid, opened, in another account, made by an
 * installation that another one took the place of): a person is told.
 */
function several(
  { view, ends }: { readonly view: View; readonly ends: Counts },
  id: string,
  standing: readonly ChargeRecord[],
  breach: Breached,
): Breach[] {
  const isTold = view.browsers.some(
    ({ alerts, jobs }) =>
      alerts.some((alert) => alert.invoiceId === id && TOLD.some((kind) => kind === alert.kind)) ||
      jobs.some(
        (job) =>
          job.invoiceId === id &&
          job.state === 'blocked' &&
          job.reasons.some(
            ({ code }) => code === 'several-live' || code === 'live-in-other-account',
          ),
      ),
  );
  if (!isTold) return [breach('two charges, nobody told', listed(standing))];
  if (standing.filter((each) => !isOpen(each)).length > 1) addOne(ends, 'paid twice, told');
  else if (new Set(standing.map(({ accountId }) => accountId)).size > 1)
    addOne(ends, 'in two accounts, told');
  else if (standing.some((each) => !isOpen(each))) addOne(ends, 'one paid and one open, told');
  else if (isOrphaned(view, standing)) addOne(ends, 'made before a restoration, told');
  else return [breach('two open charges in one account', listed(standing))];
  return [];
}

/** Everything but the one to keep was made by an installation that nobody is any more. */
function isOrphaned({ browsers }: View, standing: readonly ChargeRecord[]): boolean {
  const losers = standing.toSorted((a, b) => a.createdAt - b.createdAt).slice(1);
  return losers.every(({ description }) => {
    const code = attemptCodeOf(description ?? '');
    return code !== null && !browsers.some(({ ownCodes }) => ownCodes.has(code));
  });
}

/** What the counter closed must not be payable any more, or a person was told why it still is. */
function afterCounter(
  view: View,
  standing: readonly ChargeRecord[],
  ends: Counts,
  breach: Breached,
): Breach[] {
  const open = standing.filter(isOpen);
  if (open.length === 0) {
    addOne(ends, 'closed at the counter, and so is its charge');
    return [];
  }
  const toldOf = (charge: ChargeRecord) =>
    view.browsers.flatMap(({ alerts, jobs }) => [
      ...alerts
        .filter(
          ({ kind, chargeIds }) => kind === 'counter-differs' && chargeIds.includes(charge.id),
        )
        .map(({ kind }) => `alert ${kind}`),
      ...jobs
        .filter((job) => job.kind === 'counter' && job.targetId === charge.id && mayStop(job))
        .map((job) => `job ${stoppedBy(job).join(',')}`),
    ]);
  const untold = open.filter((charge) => toldOf(charge).length === 0);
  if (untold.length > 0) return [breach('closed in IXC, still payable', listed(untold))];
  const [first] = open.flatMap(toldOf);
  addOne(ends, `closed at the counter, open at Asaas, told: ${first ?? ''}`);
  return [];
}

/** No charge although one was confirmed: only where the operator was told why. */
function missing(view: View, id: string, ends: Counts, breach: Breached): Breach[] {
  const jobs = view.browsers
    .flatMap((each) => each.jobs)
    .filter((job) => job.invoiceId === id && (job.kind === 'create' || job.kind === 'change'))
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const [newest] = jobs;
  const why = newest ? stoppedBy(newest).join(',') : '';
  if (!newest || !mayStop(newest)) {
    return [breach('lost', `newest job: ${newest?.state ?? 'none'} ${why}`)];
  }
  addOne(ends, `blocked: ${why}`);
  return [];
}

function listed(charges: readonly ChargeRecord[]): string {
  return charges
    .map(({ id, status, accountId, value }) => `${id} ${status} ${value} in ${accountId}`)
    .join('; ');
}
