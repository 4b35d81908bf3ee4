import { createGovernor } from '../../../../lib/engine/quota/governor.ts';
import type { Purpose } from '../../../../lib/engine/ports.ts';
import { ok } from '../../../../lib/billing/result.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../../../lib/http/transport.ts';
import type { LedgerDatabase } from '../../../../lib/ledger/database.ts';
import type { QuotaRow } from '../../../../lib/ledger/rows.ts';
import type { SyncSettings } from '../../../../lib/settings/settings.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { account, settings } from '../../../fixtures/settings.ts';
import { freshLedger } from '../engine-ports.ts';

export const ACCOUNT = account.id;
export const HOUR = 60 * 60_000;

export const request = (
  path = '/v3/payments',
  method: HttpRequest['method'] = 'GET',
): HttpRequest => ({
  method,
  url: `https://api-sandbox.asaas.com${path}`,
  headers: {},
  timeoutMs: 30_000,
});

export const response = (status = 200, headers: HttpResponse['headers'] = {}) =>
  ok({ status, headers, text: '{}' });

/** Governors over one ledger and one virtual clock. */
export function quotaKit(sync: SyncSettings = settings.sync) {
  const clock = createVirtualClock({ start: '2026-11-22T12:00:00Z', ticking: false });
  const ledger: LedgerDatabase = freshLedger();
  const sent: { readonly purpose: Purpose; readonly path: string; readonly at: number }[] = [];
  let answer: (request: HttpRequest) => ReturnType<Transport> = async () => response();

  /** One life of the worker. */
  function worker() {
    const governor = createGovernor({
      ledger,
      now: clock.now,
      readSettings: async () => ({ accounts: [account], sync }),
      sleep: clock.sleep,
    });
    return {
      governor,
      ask: async (purpose: Purpose, http: HttpRequest = request()) => {
        const transport: Transport = (each) => {
          sent.push({
            purpose,
            path: `${each.method} ${new URL(each.url).pathname}`,
            at: clock.now(),
          });
          return answer(each);
        };
        const answered = await governor.govern(ACCOUNT, purpose, transport)(http);
        if (!answered.ok) throw new Error(answered.error.kind);
        return answered.value;
      },
    };
  }

  return {
    clock,
    ledger,
    sent,
    worker,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    row: () => ledger.quota.get(ACCOUNT),
    write: (change: Partial<QuotaRow>) =>
      ledger.quota.put({
        accountId: ACCOUNT,
        since: clock.now(),
        spent: { sweep: 0, job: 0, person: 0 },
        pausedUntil: null,
        failures: 0,
        windows: {},
        ...change,
      }),
  };
}

/** Requests that stay under way until they are let go, in the order of their coming. */
export function held() {
  const waiting: (() => void)[] = [];
  return {
    answer: () =>
      new Promise<Awaited<ReturnType<Transport>>>((resolve) => {
        waiting.push(() => {
          resolve(response());
        });
      }),
    get count() {
      return waiting.length;
    },
    letGo: (howMany = waiting.length) => {
      for (const go of waiting.splice(0, howMany)) go();
    },
  };
}

/** Lets what is under way get as far as it can: in turns of the event loop, since a ledger's steps are that. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
