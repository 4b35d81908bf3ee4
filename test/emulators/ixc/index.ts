import { createCertificate } from '../http/certificate.ts';
import type { VirtualClock } from '../http/clock.ts';
import { listen } from '../http/listen.ts';
import { controlHandler } from '../http/remote-control.ts';
import { createControl } from './control/control.ts';
import type { IxcControl } from './control/control.types.ts';
import type { IxcEmulatorOptions } from './options.ts';
import { openOrigin, type OtherOrigin } from './other-origins.ts';
import { serve } from './pipeline.ts';
import { untilAborted } from './traffic/until-aborted.ts';
import { createWorld, type World } from './world.ts';

export type { IxcControl, NewInvoice } from './control/control.types.ts';
export { PROVIDER } from './data/filiais.ts';
export { KNOWN, KNOWN_CUSTOMERS } from './data/known.ts';
export type { Row } from './data/row.ts';
export { DEFAULT_TOKEN, STRICT_CSP, type IxcEmulatorOptions } from './options.ts';
export type { OtherOrigin } from './other-origins.ts';
export { startOrdinarySite } from './ordinary-site.ts';

/** An emulated IXC inside this process, without any socket. */
export interface InProcessIxc {
  readonly clock: VirtualClock;
  /** The webservice token `id:hash` that is accepted at first. */
  readonly token: string;
  readonly control: IxcControl;
  /**
   * Like `fetch` to the provider's host, whatever its name; faults included: a dropped connection
   * rejects with a TypeError.
   */
  readonly handle: (request: Request) => Promise<Response>;
}

/**
 * The same with its servers, all on 127.0.0.1. They answer under any Host; the first HTTPS one has a
 * certificate for `painel.provedor.example`, `localhost`, 127.0.0.1 and 203.0.113.10.
 */
export interface IxcEmulator extends InProcessIxc {
  /** `http://127.0.0.1:<port>`; the panel is at `/adm.php`. */
  readonly httpUrl: string;
  /** `https://127.0.0.1:<port>`, with a self-signed certificate. */
  readonly httpsUrl: string;
  readonly ports: { readonly http: number; readonly https: number; readonly control: number };
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** The other origins that were asked for, by the text they were asked with. */
  readonly origins: Readonly<Record<string, OtherOrigin>>;
  /** `http://127.0.0.1:<port>` of the control port, see `connectControl`. */
  readonly controlUrl: string;
  readonly close: () => Promise<void>;
}

/** An emulated IXC for tests that need no network. */
export function createIxcEmulator(options: IxcEmulatorOptions = {}): InProcessIxc {
  return inProcess(createWorld(options));
}

/**
 * Starts an emulated IXC, webservice and panel, with the invented "Provedor Exemplo Telecom" in it.
 *
 * @example
 * const ixc = await startIxcEmulator({ today: '2026-03-10' });
 * await page.goto(`${ixc.httpUrl}/adm.php`);
 * ixc.control.receive(KNOWN.openInvoice.id);
 * await ixc.close();
 */
export async function startIxcEmulator(options: IxcEmulatorOptions = {}): Promise<IxcEmulator> {
  const world = createWorld(options);
  const emulator = inProcess(world);
  const certificate = await createCertificate([
    'painel.provedor.example',
    'localhost',
    '127.0.0.1',
    '203.0.113.10',
  ]);
  const fetch = (request: Request) => serve(world, request);
  const port = (wanted: number | undefined) => (wanted === undefined ? {} : { port: wanted });
  const http = await listen({ fetch, ...port(options.ports?.http) });
  const https = await listen({ fetch, certificate, ...port(options.ports?.https) });
  const control = await listen({
    fetch: controlHandler(emulator.control),
    ...port(options.ports?.control),
  });
  const others = await Promise.all(
    (options.origins ?? []).map(
      async (address) => [address, await openOrigin(address, fetch)] as const,
    ),
  );
  return {
    ...emulator,
    httpUrl: http.url,
    httpsUrl: https.url,
    ports: { http: http.port, https: https.port, control: control.port },
    spki: certificate.spki,
    origins: Object.fromEntries(others),
    controlUrl: control.url,
    async close() {
      // A clock that was handed in belongs to its owner.
      if (options.clock === undefined) world.clock.dispose();
      const all = [http, https, control, ...others.map(([, other]) => other)];
      await Promise.all(all.map((server) => server.close()));
    },
  };
}

function inProcess(world: World): InProcessIxc {
  return {
    clock: world.clock,
    token: world.token,
    control: createControl(world),
    handle: (request) => untilAborted(serve(world, request), request.signal),
  };
}
