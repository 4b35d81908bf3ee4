import type { AsaasResult, Page } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import { NEVER, type Place, type SweepState } from './account-state.ts';
import { chargesIn, readAbsent } from './read-absent.ts';
import { readOn } from './read-list.ts';
import { begun, ended } from './sweep-list.ts';
import type { StatusSweep } from './sweeps.ts';
import type { Swept, Turn } from './turn.ts';

/**
 * Compares how many charges Asaas has in each status with how many the ledger knows of, and reads a status
 * only where the numbers differ or a full reading is due. `totals` holds, by status, how many of them are
 * not ours: those are not in the ledger, and were counted when the status was last read in full.
 */
export async function sweepStatuses(turn: Turn, sweep: StatusSweep, from = NEVER): Promise<Swept> {
  const { account, client, takeIn, ports } = turn;
  let state = begun(turn, from);
  for (;;) {
    const { place } = state;
    const status = sweep.statuses[place.list];
    if (status === undefined) break;
    if (!turn.mayAsk()) return { state, failure: null };
    const seenAt = ports.now();
    const isProbe = place.total === null;
    const ask = (page: { offset: number; limit: number }): AsaasResult<Page<Charge>> =>
      client.listCharges({ status }, { ...page, limit: isProbe ? sweep.probe : page.limit });
    const answer = await readOn(ask, place);
    state = { ...state, spent: state.spent + 1 };
    if (!answer.ok) {
      // A status that this version of Asaas cannot filter by: nothing is known of it, and nothing lost.
      if (answer.error.kind !== 'rejected') return { state, failure: answer.error };
      state = nextStatus(state);
      continue;
    }
    const { page, next } = answer.value;
    await takeIn(account, page.items, seenAt);
    const verdict = await compare(turn, sweep, state, status, page.totalCount);
    if (verdict === 'explained') state = nextStatus(remembering(state, status, null));
    else if (verdict === 'wait')
      state = nextStatus({ ...state, fallen: [...state.fallen, status] });
    else if (next !== null)
      state = { ...state, place: { ...place, ...restart(sweep, isProbe, next) } };
    else {
      const { done, asked, failure } = await readAbsent(
        turn,
        { statuses: [status] },
        state.startedAt ?? 0,
      );
      state = { ...state, spent: state.spent + asked };
      if (!done) return { state, failure };
      const strangers = page.totalCount - (await countSeen(turn, status, state.startedAt ?? 0));
      state = nextStatus(remembering(state, status, Math.max(0, strangers)));
    }
    await turn.checkpoint(state);
  }
  return { state: ended(state), failure: null };
}

/** A probe of one charge says how many there are, and the reading begins with it again. */
function restart({ probe }: StatusSweep, isProbe: boolean, next: Pick<Place, 'offset' | 'total'>) {
  return isProbe && probe === 1 ? { ...next, offset: 0 } : next;
}

function nextStatus<S extends SweepState & { readonly place: Place }>(state: S): S {
  return { ...state, place: { list: state.place.list + 1, offset: 0, total: null, found: 0 } };
}

function remembering<S extends SweepState>(state: S, status: string, strangers: number | null): S {
  const fallen = state.fallen.filter((each) => each !== status);
  if (strangers === null) return { ...state, fallen };
  const fullAt = { ...state.fullAt, [status]: state.startedAt ?? 0 };
  return { ...state, fallen, fullAt, totals: { ...state.totals, [status]: strangers } };
}

/** Whether the ledger accounts for the number that Asaas gave. */
async function compare(
  { ports, account }: Turn,
  sweep: StatusSweep,
  { totals, fullAt, fallen, startedAt }: SweepState,
  status: string,
  total: number,
): Promise<'explained' | 'wait' | 'read'> {
  const strangers = totals[status];
  const isFullDue = (startedAt ?? 0) - (fullAt[status] ?? 0) >= sweep.fullEvery;
  if (strangers === undefined || isFullDue) return 'read';
  const ours = await ports.ledger.charges
    .where('[accountId+status]')
    .equals([account.id, status])
    .count();
  if (total === ours + strangers) return 'explained';
  return sweep.patient && total < ours + strangers && !fallen.includes(status) ? 'wait' : 'read';
}

/** Ours that the reading showed. */
async function countSeen({ ports, account }: Turn, status: string, since: number): Promise<number> {
  const rows = await chargesIn(ports.ledger, account.id, [status]);
  return rows.filter(({ seenAt }) => seenAt >= since).length;
}
