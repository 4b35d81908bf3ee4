import { exchangeOf } from '../../asaas/exchange.ts';
import { fail, ok } from '../../billing/result.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../http/transport.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { quotaMeter, readMeters, windowEnd } from '../../ledger/quota.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import { DEFAULT_SETTINGS } from '../../settings/schema.ts';
import type { Settings, SyncSettings } from '../../settings/settings.ts';
import { learned, needsProbe, pauseEnd } from './breaker.ts';
import { forecastOf, roomFor } from './budgets.ts';
import { asked, familyOf, told, windowOpens } from './endpoint-windows.ts';
import type { Governor } from './governor.types.ts';
import { createLine, type Line, LONGEST_WAIT, type Obstacle, type Request } from './line.ts';
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
  readonly line: Line;
}

const sleepForReal = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A change waits for the look that a reading takes at a server in trouble. ms */
const PROBE_GAP = 2_000;

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
    let probing = 0;
    const isProbe = (request: Request) => request.isReading && needsProbe(tally.row(), now());
    const probes = new WeakSet<Request>();
    const line = createLine({
      now,
      sleep,
      obstacle: (request) => obstacleFor(request, tally.row(), now(), probing > 0),
      starts: (request) => {
        if (isProbe(request)) {
          probes.add(request);
          probing += 1;
        }
        tally.learn((row) => asked(row, request.family, now()));
      },
    });
    const leave = (request: Request) => {
      if (probes.has(request)) probing -= 1;
      line.leave(request);
    };
    return { tally, line: { ...line, leave } };
  }

  /** Null once it may go; else how long not, ms. */
  async function admit({ tally, line }: Account, request: Request): Promise<number | null> {
    const { purpose } = request;
    const askedAt = now();
    if (roomFor(purpose, tally.row(), await readSync()) === 0) return untilWindowEnds(tally.row());
    const wait = await line.enter(request);
    if (wait !== null) return wait;
    const isBorne = await tally.take(purpose);
    // The computer slept, or the disk was slow: somebody else may have taken up what this was for.
    const isLate = now() - askedAt > LONGEST_WAIT[purpose];
    if (isBorne && !isLate) return null;
    line.leave(request);
    if (!isBorne) return untilWindowEnds(tally.row());
    tally.giveBack(purpose);
    return A_MOMENT;
  }

  function untilWindowEnds(row: QuotaRow): number {
    return Math.max(0, (windowEnd(row) ?? now()) - now());
  }

  async function send(account: Account, request: Request, http: HttpRequest, transport: Transport) {
    const { tally, line } = account;
    try {
      const answer = await transport(http);
      if (answer.ok) {
        const { rateLimit } = exchangeOf(answer.value);
        tally.learn((row) => {
          const knows = told(row, request.family, rateLimit, now());
          return learned(knows, request.family, answer.value, now());
        });
      } else if (hasNotLeft(answer.error.kind)) tally.giveBack(request.purpose);
      return answer;
    } finally {
      line.leave(request);
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

function obstacleFor(request: Request, row: QuotaRow, now: number, isProbed: boolean): Obstacle {
  const until = pauseEnd(row, now) ?? windowOpens(row, request.family, now);
  if (until !== null) return { until };
  if (!needsProbe(row, now)) return null;
  // A change must not be the one that finds out: whether it was carried out would be anybody's guess.
  if (!request.isReading) return { until: now + PROBE_GAP };
  return isProbed ? 'another' : null;
}

function hasNotLeft(kind: string): boolean {
  return kind === 'host-refused' || kind === 'permission-missing';
}

/** The very answer by which Asaas says that it did nothing, and when to ask again. */
function putOff(waitMs: number): HttpResponse {
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)));
  return { status: 429, headers: { 'ratelimit-reset': seconds }, text: '' };
}
