import { createTransport } from '../../../lib/http/guarded-fetch.ts';
import { createIxcClient } from '../../../lib/ixc/webservice/client.ts';
import { createVirtualClock } from '../../emulators/http/clock.ts';
import { createIxcEmulator } from '../../emulators/ixc/index.ts';
import { ORIGIN } from '../../fixtures/settings.ts';

/** The emulated IXC of a small provider on 10 November 2026, and the client that reads it. */
export function ixcToRead() {
  const clock = createVirtualClock({ start: '2026-11-10T15:00:00Z', ticking: false });
  const ixc = createIxcEmulator({ clock, customers: 60, invoices: 120 });
  const client = createIxcClient({
    transport: createTransport({
      fetch: (url, init) => ixc.handle(new Request(url, init)),
      allowedHosts: () => new Set([new URL(ORIGIN).host]),
      hasPermission: () => Promise.resolve(true),
    }),
    credentials: { origin: ORIGIN, token: ixc.token },
    sleep: () => Promise.resolve(),
  });
  return { clock, ixc, client };
}
