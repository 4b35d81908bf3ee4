import type { AsaasFailure, ChargeFilter } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import type { Result } from '../../billing/result.ts';
import { NEVER, type Place, type SweepState } from './account-state.ts';
import { readAbsent } from './read-absent.ts';
import { type ListPlace, type NextPage, PAGE, readOn } from './read-list.ts';
import type { ListSweep } from './sweeps.ts';
import type { Swept, Turn } from './turn.ts';

const FIRST: Place = { list: 0, offset: 0, total: null, found: 0 };

/** Begins a reading, unless one is under way. */
export function begun({ ports }: Turn, state: SweepState): SweepState & { readonly place: Place } {
  const { place } = state;
  if (place !== null) return { ...state, place };
  const startedOn = todayInSaoPaulo(ports.clock.now());
  return { ...state, startedAt: ports.now(), startedOn, place: FIRST, spent: 0 };
}

/** Ends a reading: nothing of it is left but what the next one compares with. */
export function ended(state: SweepState): SweepState {
  const { startedAt: readAt, startedOn: since } = state;
  return { ...state, place: null, since, readAt, cost: Math.max(1, state.spent) };
}

/** A page that was asked for, and when. */
interface Asked {
  readonly seenAt: number;
  readonly page: Promise<Result<NextPage<Charge>, AsaasFailure>>;
}

/** Reads the sweep's lists on from where they were left, and then what ought to have been in them. */
export async function sweepList(turn: Turn, sweep: ListSweep, from = NEVER): Promise<Swept> {
  const { account, client, takeIn, ports } = turn;
  let state = begun(turn, from);
  const startedOn = state.startedOn ?? todayInSaoPaulo(ports.clock.now());
  const filters = sweep.filters(startedOn, state.since);
  const totals: Record<string, number> = {};
  for (const filter of filters) {
    const name = JSON.stringify(filter);
    const known = state.totals[name];
    if (known !== undefined) totals[name] = known;
  }
  const ask = (filter: ChargeFilter, place: ListPlace): Asked => ({
    seenAt: ports.now(),
    page: readOn((page) => client.listCharges(filter, page), place),
  });
  let ahead: Asked | null = null;
  for (;;) {
    const { place } = state;
    const filter = filters[place.list];
    if (filter === undefined) break;
    if (ahead === null && !turn.mayAsk()) return { state, failure: null };
    const asked: Asked = ahead ?? ask(filter, place);
    const answer = await asked.page;
    state = { ...state, spent: state.spent + 1 };
    if (!answer.ok) return { state, failure: answer.error };
    const { page, next } = answer.value;
    // On its way while this page is written: of a list that is read to its end nothing is asked in vain.
    const goesOn = next !== null && sweep.until === 'end' && turn.mayAsk();
    ahead = goesOn ? ask(filter, next) : null;
    const { newlyPaid } = await takeIn(account, page.items, asked.seenAt);
    const found = place.found + newlyPaid;
    const name = JSON.stringify(filter);
    const grown = page.totalCount - (state.totals[name] ?? Number.NEGATIVE_INFINITY);
    if (next === null || isEnough(sweep, grown, found, next.offset)) {
      totals[name] = page.totalCount;
      if (next !== null && sweep.until === 'paid') {
        const further = await onePageFurther(turn, state, filter, next);
        if (further.failure) return { state: further.state, failure: further.failure };
        state = { ...further.state, place };
      }
      state = { ...state, place: { ...FIRST, list: place.list + 1 } };
    } else state = { ...state, place: { ...place, ...next, found } };
    await turn.checkpoint(state);
  }
  if (sweep.absent) {
    const missing = sweep.absent(startedOn);
    const { done, asked, failure } = await readAbsent(turn, missing, state.startedAt ?? 0);
    state = { ...state, spent: state.spent + asked };
    if (!done) return { state, failure };
  }
  return { state: ended({ ...state, totals }), failure: null };
}

/**
 * One payment may have come as another left the list, or beside one that was known already: then the growth
 * is explained and it lies on a page that was not read. So every reading takes one page more, each time the
 * next, where the sweeps' share has room for it.
 */
async function onePageFurther(
  { account, client, takeIn, ports, mayAskMore }: Turn,
  state: SweepState,
  filter: ChargeFilter,
  { offset: unread, total }: ListPlace,
): Promise<Swept> {
  const name = JSON.stringify(filter);
  const kept = state.further?.[name] ?? unread;
  const offset = kept < unread || kept >= (total ?? 0) ? unread : kept;
  if (!mayAskMore()) return { state, failure: null };
  const seenAt = ports.now();
  const answer = await client.listCharges(filter, { limit: PAGE, offset });
  if (!answer.ok) return { state, failure: answer.error };
  await takeIn(account, answer.value.items, seenAt);
  // Not among what the sweep costs: it is left out as soon as there is no room for it.
  return { state: { ...state, further: { [name]: offset + PAGE } }, failure: null };
}

/** Whether a list was read far enough to explain by how much it grew; without a known number, never. */
function isEnough({ until }: ListSweep, grown: number, found: number, read: number): boolean {
  if (until === 'paid') return found >= grown;
  return until === 'grew' && read >= grown;
}
