import type { Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcClient, IxcFailure } from '../../ixc/webservice/client.types.ts';
import { advanced, beginning, latest, shifted } from './counter-cursor.ts';
import type { CounterState } from './counter-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Read again each time: a transaction may commit after its own time. ms. */
const OVERLAP = 10 * MINUTE;
/** Whether changes can be asked for is tried again after so long. ms. */
const TRY_AGAIN = 24 * HOUR;
/** All invoices of live charges are read after so long in any case: it proves the other way of reading. ms. */
const CROSS_CHECK = 6 * HOUR;

export interface CounterReading {
  readonly invoices: readonly Invoice[];
  readonly state: CounterState;
}

/** Answers that say something about the base rather than about the way to it. */
const UNFIT: ReadonlySet<IxcFailure['kind']> = new Set([
  'filter-ignored',
  'html',
  'refused',
  'rubbish',
  'suspicious-empty',
  'unsupported',
]);

/**
 * The invoices that may have changed since the last time: those that IXC says were touched, where it was
 * shown that it can be asked so, and otherwise every invoice with a live charge (`live`).
 */
export async function readTouched(
  client: IxcClient,
  state: CounterState,
  live: () => Promise<readonly string[]>,
  now: number,
): Promise<Result<CounterReading, IxcFailure>> {
  const since = state.cursor === null ? null : shifted(state.cursor, -OVERLAP);
  const allReadAt = state.allReadAt ?? 0;
  // One still to come was written by a clock that was wrong.
  const isCheckDue = now - allReadAt >= CROSS_CHECK || allReadAt > now;
  if (since === null || isCheckDue) return readAll(client, state, await live(), now);
  const answer = await client.changedInvoices(since);
  if (!answer.ok) {
    if (!UNFIT.has(answer.error.kind)) return answer;
    return readAll(client, { ...state, cursor: null, checkedAt: now }, await live(), now);
  }
  const seen = answer.value.map(({ updatedAt }) => updatedAt);
  const cursor = advanced(state.cursor ?? since, seen, now - (state.startedAt ?? now), now);
  return ok({ invoices: answer.value, state: { ...state, cursor, startedAt: now } });
}

async function readAll(
  client: IxcClient,
  state: CounterState,
  ids: readonly string[],
  now: number,
): Promise<Result<CounterReading, IxcFailure>> {
  // Nothing can be learnt of the base, and nothing needs to be: no charge waits for the counter.
  if (ids.length === 0) return ok({ invoices: [], state: { ...state, startedAt: now } });
  const answer = await client.invoices(ids);
  if (!answer.ok) return answer;
  const read = { ...state, startedAt: now, allReadAt: now };
  const isTryDue =
    state.checkedAt === null || now - state.checkedAt >= TRY_AGAIN || state.checkedAt > now;
  if (state.cursor !== null || !isTryDue) return ok({ invoices: answer.value, state: read });
  const cursor = await provenCursor(client, answer.value, now);
  if (!cursor.ok) return UNFIT.has(cursor.error.kind) ? ok(without()) : cursor;
  return ok({ invoices: answer.value, state: { ...read, cursor: cursor.value, checkedAt: now } });

  function without(): CounterReading {
    return { invoices: answer.ok ? answer.value : [], state: { ...read, checkedAt: now } };
  }
}

/**
 * Asks for one invoice of which the moment of its last change is known, by that moment and by the second
 * after it: it must come the first time and not the second. A base that lacks the column or passes over the
 * condition gives itself away.
 */
async function provenCursor(
  client: IxcClient,
  invoices: readonly Invoice[],
  now: number,
): Promise<Result<string | null, IxcFailure>> {
  const moment = latest(
    invoices.map(({ updatedAt }) => updatedAt),
    now,
  );
  const after = moment === null ? null : shifted(moment, 1000);
  const sample = invoices.find(({ updatedAt }) => updatedAt === moment);
  if (moment === null || after === null || !sample) return ok(null);
  const there = await client.changedInvoices(moment, [sample.id]);
  if (!there.ok) return there;
  const gone = await client.changedInvoices(after, [sample.id]);
  if (!gone.ok) return gone;
  const isHeeded = there.value.length === 1 && gone.value.length === 0;
  return isHeeded ? ok(beginning(moment, now)) : fail({ kind: 'filter-ignored' });
}

/**
 * Whether a change that only the reading of all invoices showed should have been among the touched ones:
 * then this base does not keep `ultima_atualizacao`, whatever it answers.
 */
export function wasMissed({ updatedAt }: Invoice, { cursor }: CounterState): boolean {
  if (cursor === null) return false;
  return updatedAt === null || updatedAt < (shifted(cursor, -OVERLAP) ?? cursor);
}
