import { fail, ok } from '../../billing/result.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../http/transport.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { quotaMeter, readMeters, windowEnd } from '../../ledger/quota.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import { DEFAULT_SETTINGS } from '../../settings/schema.ts';
import type { Settings, SyncSettings } from '../../settings/settings.ts';
import { pauseEnd } from './breaker.ts';
import { forecastOf, roomFor } from './budgets.ts';
import { familyOf } from './endpoint-windows.ts';
import { createGate, type Gate } from './gate.ts';
import type { Governor } from './governor.types.ts';
import { LONGEST_WAIT, type Request } from './line.ts';
import { openTally, type Tally } from './tally.ts';

export interface GovernorPorts {
  readonly ledger: Pick<LedgerDatabase, 'quota' | 'transaction'>;
  readonly now: () => number;
  readonly readSettings: () => Promise<Pick<Settings, 'accounts' | 'sync'>>;
  /** Waits, on the clock of `now`. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** One account: what it was asked, and who waits to ask. */
interface Account {
  readonly tally: Tally;
  readonly gate: Gate;
}

const sleepForReal = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What came too late may be asked again at once. ms */
const A_MOMENT = 1_000;

/**
 * Stands in front of every request to Asaas. It sends nothing by itself, repeats nothing, and drops nothing
 * that it let through; whatever it refuses comes back as the 429 that Asaas would have answered, so that
 * everybody behind it knows that nothing was done.
 */
export function createGovernor(ports: GovernorPorts): Governor {
  const { ledger, now, readSettings, sleep = sleepForReal } = ports;
  const accounts = new Map<string, Promise<Account>>();

  async function readSync(): Promise<SyncSettings> {
    // Unreadable settings are told where they are needed; the usual share is the safe one to go on with.
    return readSettings().then(
      ({ sync }) => sync,
      () => DEFAULT_SETTINGS.sync,
    );
  }

  function accountOf(id: string): Promise<Account> {
    const known = accounts.get(id) ?? openAccount(id);
    accounts.set(id, known);
    return known;
  }

  async function openAccount(id: string): Promise<Account> {
    const tally = await openTally({ ledger, now, readSync }, id);
    return { tally, gate: createGate(tally, { now, sleep }) };
  }

  /** Null once it may go; else how long not, ms. */
  async function admit({ tally, gate }: Account, request: Request): Promise<number | null> {
    const { purpose } = request;
    const askedAt = now();
    if (roomFor(purpose, tally.row(), await readSync()) === 0) return untilWindowEnds(tally.row());
    const wait = await gate.enter(request);
    if (wait !== null) return wait;
    const isBorne = await tally.take(purpose);
    // The computer slept, or the disk was slow: somebody else may have taken up what this was for.
    const isLate = now() - askedAt > LONGEST_WAIT[purpose];
    if (isBorne && !isLate) return null;
    gate.leave(request);
    if (!isBorne) return untilWindowEnds(tally.row());
    tally.giveBack(purpose);
    return A_MOMENT;
  }

  function untilWindowEnds(row: QuotaRow): number {
    return Math.max(0, (windowEnd(row) ?? now()) - now());
  }

  async function send(account: Account, request: Request, http: HttpRequest, transport: Transport) {
    const { tally, gate } = account;
    try {
      const answer = await transport(http);
      if (answer.ok) {
        gate.hear(request, answer.value);
      } else if (hasNotLeft(answer.error.kind)) tally.giveBack(request.purpose);
      return answer;
    } finally {
      gate.leave(request);
    }
  }

  return {
    govern: (accountId, purpose, transport) => async (http) => {
      const account = await accountOf(accountId);
      const request = { purpose, family: familyOf(http), isReading: http.method === 'GET' };
      const wait = await admit(account, request);
      return wait === null ? send(account, request, http, transport) : ok(putOff(wait));
    },

    maySweep: async (accountId, requests) => {
      const { tally } = await accountOf(accountId);
      const row = tally.row();
      const until = pauseEnd(row, now());
      if (until !== null) return fail({ kind: 'rate-limited', retryAfterMs: until - now() });
      if (roomFor('sweep', row, await readSync()) >= requests) return ok(null);
      return fail({ kind: 'rate-limited', retryAfterMs: untilWindowEnds(row) });
    },

    forecast: async (accountId, requests) => {
      const { tally } = await accountOf(accountId);
      const row = tally.row();
      const from = pauseEnd(row, now()) ?? now();
      return forecastOf(row, await readSync(), requests, { now: now(), from });
    },

    meters: async () => {
      const settings = await readSettings();
      const ids = settings.accounts.map(({ id }) => id);
      const onDisk = await readMeters(ledger, ids, settings.sync, now());
      return Promise.all(
        onDisk.map(async (meter) => {
          const account = await accounts.get(meter.accountId);
          return account ? quotaMeter(account.tally.row(), settings.sync, now()) : meter;
        }),
      );
    },
  };
}

function hasNotLeft(kind: string): boolean {
  return kind === 'host-refused' || kind === 'permission-missing';
}

/** The very answer by which Asaas says that it did nothing, and when to ask again. */
function putOff(waitMs: number): HttpResponse {
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)));
  return { status: 429, headers: { 'ratelimit-reset': seconds }, text: '' };
}
