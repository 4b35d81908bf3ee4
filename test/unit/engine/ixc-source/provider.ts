import { vi } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import type { ReadingSource } from '../../../../lib/billing/reading-source.ts';
import { createIxcSources } from '../../../../lib/engine/ixc-source/desk.ts';
import type { IxcSourcePorts } from '../../../../lib/engine/ixc-source/ports.ts';
import { carryOut } from '../../../../lib/http/document/carry-out.ts';
import { createDocumentFetch } from '../../../../lib/http/document/document-fetch.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import { readRecord } from '../../../../lib/ixc/panel/session/read-record.ts';
import type { AskPanel } from '../../../../lib/ixc/session/client.ts';
import { isReading } from '../../../../lib/ixc/webservice/list-request.ts';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/store.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator, type InProcessIxc } from '../../../emulators/ixc/index.ts';
import { freshLedger } from '../engine-ports.ts';
import { documentRoom } from '../../http/document/document-room.ts';

export const ORIGIN = 'https://203.0.113.10';
type Fetch = typeof globalThis.fetch;

/** A provider whose panel is reached, or not, by each way there is; every part but the wire is real. */
export function newProvider() {
  const clock = createVirtualClock({ start: '2026-11-10T15:00:00Z', ticking: false });
  const ixc = createIxcEmulator({ clock, customers: 40, invoices: 80 });
  const state = {
    override: 'auto' as 'auto' | ReadingSource,
    token: ixc.token as string | null,
    isLocked: false,
    /** Chrome's worker is refused by a certificate that only a tab accepted. */
    directFails: false,
    documentFails: false,
    hasDocument: true,
    hasTab: true,
    isOnline: true,
    /** Something on the way that answers everything itself. */
    portal: null as ((request: Request) => Response) | null,
  };
  const sent = { direct: 0, document: 0 };

  const wire =
    (way: 'direct' | 'document', fails: () => boolean): Fetch =>
    (input, init) => {
      sent[way] += 1;
      if (fails()) return Promise.reject(new TypeError('Failed to fetch'));
      const request = new Request(input, init);
      return state.portal ? Promise.resolve(state.portal(request)) : ixc.handle(request);
    };
  const guarded = (fetch: Fetch) => (origin: string) =>
    createTransport({
      fetch,
      allowedHosts: () => new Set([new URL(origin).host]),
      hasPermission: () => Promise.resolve(true),
    });
  const room = documentRoom((errand, signal) =>
    carryOut(
      errand,
      wire('document', () => state.documentFails),
      signal,
    ),
  );
  const ledger = freshLedger();
  const ports: IxcSourcePorts = {
    ledger,
    now: clock.now,
    readSettings: () => Promise.resolve(settingsOf(state.override)),
    token: () => Promise.resolve(state.isLocked ? fail('locked') : ok(state.token)),
    direct: guarded(wire('direct', () => state.directFails)),
    document: guarded(createDocumentFetch({ host: room.host, isReading })),
    ask: () => (state.hasTab ? openTab(ixc) : () => Promise.resolve(fail({ kind: 'no-tab' }))),
    hasTab: () => Promise.resolve(state.hasTab),
    isOnline: () => state.isOnline,
    sleep: () => Promise.resolve(),
  };
  const sources = () => createIxcSources(state.hasDocument ? ports : { ...ports, document: null });

  return { clock, ixc, state, sent, room, ledger, ports, sources };
}

function settingsOf(source: 'auto' | ReadingSource) {
  const panel = {
    origin: ORIGIN,
    providerKey: null,
    providerName: null,
    tokenHint: null,
    aliases: [],
    source,
    accountId: null,
    routes: [],
    carteiras: null,
    settlements: [],
    billsByFatura: false,
  };
  return { ...DEFAULT_SETTINGS, panels: [panel] };
}

/** A tab of the panel: the content script's own reading, under the session of whoever is logged in. */
export function openTab(ixc: InProcessIxc): AskPanel {
  let cookie: string | undefined;
  return async (ask) => {
    if (cookie === undefined) {
      const visit = await ixc.handle(new Request(`${ORIGIN}/adm.php`)).catch(() => null);
      if (visit === null) return fail({ kind: 'no-tab' });
      cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    }
    const headers = { cookie };
    const original = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string) => ixc.handle(new Request(url, { headers })));
    try {
      if (ask.ask === 'record') return ok(await readRecord(ORIGIN, ask.table, ask.id));
      const { why } = await readRecord(ORIGIN, 'filial', '1');
      return ok({ loggedIn: why !== 'logged-out' });
    } finally {
      vi.stubGlobal('fetch', original);
    }
  };
}
