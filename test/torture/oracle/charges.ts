import type { ChargeRecord } from '../../emulators/asaas/index.ts';
import { isOpen } from '../../emulators/asaas/charges/charge-record.ts';
import type { Book } from '../actions/book.ts';
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
    if (standing.length > 1) return several({ view, book, ends }, id, standing, breach);
    if (!isDue) return afterCounter(view, id, standing, ends, breach);
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
  { view, book, ends }: { readonly view: View; readonly book: Book; readonly ends: Counts },
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
  else if (book.wasRestored(id)) addOne(ends, 'made before a restoration, told');
  else return [breach('two open charges in one account', listed(standing))];
  return [];
}

/** What the counter closed must not be payable any more, or a person was told why it still is. */
function afterCounter(
  view: View,
  id: string,
  standing: readonly ChargeRecord[],
  ends: Counts,
  breach: Breached,
): Breach[] {
  const open = standing.filter(isOpen);
  if (open.length === 0) {
    addOne(ends, 'closed at the counter, and so is its charge');
    return [];
  }
  const told = view.browsers.flatMap(({ alerts, jobs }) => [
    ...alerts.filter((alert) => alert.invoiceId === id).map(({ kind }) => `alert ${kind}`),
    ...jobs
      .filter((job) => job.invoiceId === id && job.kind === 'counter' && job.state === 'blocked')
      .map(
        ({ failure, reasons }) =>
          `job ${failure?.code ?? reasons.map(({ code }) => code).join(',')}`,
      ),
  ]);
  const [first] = told;
  if (first === undefined) return [breach('closed in IXC, still payable', listed(open))];
  addOne(ends, `closed at the counter, open at Asaas, told: ${first}`);
  return [];
}

/** No charge although one was confirmed: only where the operator was told why. */
function missing(view: View, id: string, ends: Counts, breach: Breached): Breach[] {
  const jobs = view.browsers
    .flatMap((each) => each.jobs)
    .filter((job) => job.invoiceId === id && (job.kind === 'create' || job.kind === 'change'))
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const [newest] = jobs;
  const why = newest?.failure?.code ?? newest?.reasons.map(({ code }) => code).join(',');
  const isExplained = newest?.state === 'blocked' && why !== undefined && why !== '';
  if (!isExplained) return [breach('lost', `newest job: ${newest?.state ?? 'none'} ${why ?? ''}`)];
  addOne(ends, `blocked: ${why}`);
  return [];
}

function listed(charges: readonly ChargeRecord[]): string {
  return charges
    .map(({ id, status, accountId, value }) => `${id} ${status} ${value} in ${accountId}`)
    .join('; ');
}
