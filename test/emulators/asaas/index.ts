import { createCertificate } from '../http/certificate.ts';
import { createVirtualClock, type VirtualClock } from '../http/clock.ts';
import { listen } from '../http/listen.ts';
import { controlHandler } from '../http/remote-control.ts';
import { createControl } from './control/control.ts';
import type { AsaasControl } from './control/control.types.ts';
import { DEFAULT_ACCOUNTS } from './default-accounts.ts';
import { FaultBook } from './faults/fault-book.ts';
import { likeFetch } from './in-process.ts';
import type { AsaasEmulatorOptions } from './options.ts';
import { serve, type Pipeline } from './pipeline.ts';
import { RequestLog } from './request-log.ts';
import { createWorld, DEFAULT_LIMITS } from './world.ts';

export type { ChargeRecord } from './charges/charge-record.ts';
export type { AsaasControl } from './control/control.types.ts';
export { DEFAULT_ACCOUNTS, PRODUCTION_KEY, SANDBOX_KEY } from './default-accounts.ts';
export type { Fault, FaultRule } from './faults/fault.ts';
export type { AccountSeed, AsaasEmulatorOptions } from './options.ts';

/** An emulated Asaas inside this process, without any socket. */
export interface InProcessAsaas {
  readonly clock: VirtualClock;
  readonly control: AsaasControl;
  /**
   * Like `fetch` to `https://api.asaas.com` or `https://api-sandbox.asaas.com`, faults included: a
   * dropped connection rejects with a TypeError. Latency and late commits follow `clock`.
   */
  readonly handle: (request: Request) => Promise<Response>;
}

/** The same with its servers, both on 127.0.0.1. */
export interface AsaasEmulator extends InProcessAsaas {
  /**
   * `https://127.0.0.1:<port>`. One port serves both environments, told apart by the Host header;
   * under any other name (such as 127.0.0.1) a key of either environment is accepted.
   */
  readonly url: string;
  readonly port: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** `http://127.0.0.1:<port>` of the control port, see `connectControl`. */
  readonly controlUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * An emulated Asaas for tests that need no network.
 *
 * @example
 * const clock = createVirtualClock({ start: '2026-03-10T12:00:00Z', ticking: false });
 * const asaas = createAsaasEmulator({ clock });
 * asaas.control.addFault({ method: 'POST', path: '/v3/payments', fault: { kind: 'late-commit', seconds: 60 } });
 */
export function createAsaasEmulator(options: AsaasEmulatorOptions = {}): InProcessAsaas {
  const pipeline = createPipeline(options);
  return inProcess(pipeline, options);
}

/**
 * Starts an emulated Asaas on free ports of 127.0.0.1 with a self-signed certificate.
 *
 * @example
 * const asaas = await startAsaasEmulator();
 * // chromium: --host-resolver-rules="MAP api-sandbox.asaas.com:443 127.0.0.1:<asaas.port>"
 * //           --ignore-certificate-errors-spki-list=<asaas.spki>
 * await asaas.close();
 */
export async function startAsaasEmulator(
  options: AsaasEmulatorOptions = {},
): Promise<AsaasEmulator> {
  const pipeline = createPipeline(options);
  const emulator = inProcess(pipeline, options);
  const certificate = await createCertificate([
    'api.asaas.com',
    'api-sandbox.asaas.com',
    'localhost',
    '127.0.0.1',
  ]);
  const api = await listen({
    certificate,
    fetch: (request) => serve(pipeline, request),
    reuseConnections: options.reuseConnections ?? false,
  });
  const control = await listen({ fetch: controlHandler(emulator.control) });
  return {
    ...emulator,
    url: api.url,
    port: api.port,
    spki: certificate.spki,
    controlUrl: control.url,
    async close() {
      // A clock that was handed in belongs to its owner.
      if (options.clock === undefined) emulator.clock.dispose();
      await Promise.all([api.close(), control.close()]);
    },
  };
}

function createPipeline(options: AsaasEmulatorOptions): Pipeline {
  const seed = options.seed ?? 1;
  const world = createWorld({
    clock: options.clock ?? createVirtualClock(),
    seed,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    accounts: options.accounts ?? DEFAULT_ACCOUNTS,
  });
  return { world, faults: new FaultBook(seed), log: new RequestLog(), late: new Set() };
}

function inProcess(pipeline: Pipeline, options: AsaasEmulatorOptions): InProcessAsaas {
  return {
    clock: pipeline.world.clock,
    control: createControl(pipeline, options.accounts ?? DEFAULT_ACCOUNTS),
    handle: likeFetch((request) => serve(pipeline, request)),
  };
}
