import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { AccountSettings, SyncSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { type AccountState, readState, type SweepState, writeState } from './account-state.ts';
import {
  chooseSweeps,
  extraAllowance,
  MOST_PER_TURN,
  type Pacing,
  slowAllowance,
  sweepBudget,
  windowAt,
} from './pace.ts';
import { sweepList } from './sweep-list.ts';
import { sweepStatement } from './sweep-statement.ts';
import { sweepStatuses } from './sweep-statuses.ts';
import { type Sweep, SWEEPS } from './sweeps.ts';
import { keyAlert } from './key-alert.ts';
import type { TakeIn } from './take-in.ts';
import type { Swept, Turn } from './turn.ts';

/** After a failed reading the account is left alone for this long, or as long as Asaas says. ms. */
const PAUSE = 5 * 60_000;
/** No pause is longer (the quota runs over 12 hours): beyond it a clock was wrong. ms. */
const LONGEST_PAUSE = 13 * 60 * 60_000;
/** By so much a clock may be put right without a pause being in doubt. ms. */
const CLOCK_SLACK = 60_000;

export interface AccountTurn {
  readonly watched: boolean;
  /** Those that are due; or the fast ones, because a person asks for them now; or one by its name. */
  readonly run: 'due' | 'fast' | Sweep['name'];
  readonly sync: SyncSettings;
}

/** Runs what is due of one account's sweeps, as far as this turn goes. A failure is left for later. */
export async function sweepAccount(
  ports: EnginePorts,
  takeIn: TakeIn,
  account: AccountSettings,
  asked: AccountTurn,
): Promise<void> {
  const { ledger, installationId } = ports;
  let state = await readState(ledger, account.id);
  if (isPaused(state, ports.now())) return;
  const pacing = {
    now: ports.now(),
    watched: asked.watched,
    budget: sweepBudget(asked.sync),
    installationId,
  };
  const due = chosen(asked.run, state, pacing);
  if (due.length === 0) return;
  const client = await ports.asaas(account, 'sweep');
  if (!client.ok) return;

  const save = async (change: Partial<AccountState>) => {
    state = { ...state, ...change };
    await writeState(ledger, account.id, state);
  };
  let left = MOST_PER_TURN;
  for (const sweep of due) {
    const most = sweep.fast ? left : Math.min(left, slowAllowance(state, pacing));
    if (most <= 0) continue;
    const may = await ports.governor.maySweep(account.id, 1);
    if (!may.ok) return save(pauseAfter(ports, may.error));
    let spent = 0;
    const keep = (swept: SweepState, extra: Partial<AccountState> = {}) => {
      const window = spend(windowAt(state, ports.now()), sweep, spent);
      left -= spent;
      spent = 0;
      return save({ ...extra, window, sweeps: { ...state.sweeps, [sweep.name]: swept } });
    };
    const mayAsk = countdown(most, () => {
      spent += 1;
    });
    const turn: Turn = {
      ports,
      account,
      client: client.value,
      takeIn,
      mayAsk,
      mayAskMore: () => extraAllowance(state, pacing) > spent && mayAsk(),
      checkpoint: (swept) => keep(swept),
    };
    const { state: swept, failure } = await run(turn, sweep, state.sweeps[sweep.name]);
    await keep(swept, failure ? pauseAfter(ports, failure) : {});
    await keyAlert(ports, account.id, failure);
    if (failure) return;
  }
}

function chosen(run: AccountTurn['run'], state: AccountState, pacing: Pacing): readonly Sweep[] {
  if (run === 'due') return chooseSweeps(state, pacing);
  return SWEEPS.filter(({ name, fast }) => (run === 'fast' ? fast : name === run));
}

/** True `most` times, and `counted` with each. */
function countdown(most: number, counted: () => void): () => boolean {
  let left = most;
  return () => {
    if (left <= 0) return false;
    left -= 1;
    counted();
    return true;
  };
}

function run(turn: Turn, sweep: Sweep, from: SweepState | undefined): Promise<Swept> {
  switch (sweep.kind) {
    case 'list':
      return sweepList(turn, sweep, from);
    case 'status':
      return sweepStatuses(turn, sweep, from);
    case 'statement':
      return sweepStatement(turn, from);
  }
}

function spend(window: AccountState['window'], { fast }: Sweep, requests: number) {
  return fast
    ? { ...window, fast: window.fast + requests }
    : { ...window, slow: window.slow + requests };
}

/** A pause that began at a time still to come is void: the clock was set back since. */
function isPaused({ pausedUntil, pausedAt }: AccountState, now: number): boolean {
  if (pausedUntil === null || pausedUntil <= now || pausedUntil > now + LONGEST_PAUSE) return false;
  return pausedAt === undefined || pausedAt <= now + CLOCK_SLACK;
}

function pauseAfter({ now }: EnginePorts, failure: AsaasFailure): Partial<AccountState> {
  const asked = failure.kind === 'rate-limited' ? (failure.retryAfterMs ?? 0) : 0;
  const pause = Math.min(Math.max(asked, PAUSE), LONGEST_PAUSE);
  return { pausedAt: now(), pausedUntil: now() + pause };
}
