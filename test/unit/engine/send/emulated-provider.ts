import { createAsaasClient } from '../../../../lib/asaas/client.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendPlan } from '../../../../lib/billing/send-plan.types.ts';
import { gatherFacts } from '../../../../lib/engine/send/gather.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import { createIxcClient } from '../../../../lib/ixc/webservice/client.ts';
import type { Settings } from '../../../../lib/settings/settings.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator, KNOWN } from '../../../emulators/ixc/index.ts';
import { account, ORIGIN, panel, settings } from '../../../fixtures/settings.ts';
import { barePorts } from '../engine-ports.ts';

/** The day around which every known record lies. */
export const TODAY = '2026-03-10';

export type Known = keyof typeof KNOWN;

/**
 * What the provider has set up: carteiras 1 and 2 are Asaas's, Asaas tells the payers, 2 % and 1 % a month.
 * `change` alters it for one test.
 */
function installation(change: (settings: Settings) => Settings): Settings {
  const { sending } = settings;
  return change({
    ...settings,
    panels: [{ ...panel, carteiras: ['1', '2'] }],
    sending: { ...sending, notifier: 'asaas' },
  });
}

/** The emulated IXC and Asaas behind the real clients, and the real planning over both. */
export async function emulatedProvider(change: (settings: Settings) => Settings = (same) => same) {
  const clock = createVirtualClock({ start: `${TODAY}T15:00:00Z`, ticking: false });
  const ixc = createIxcEmulator({ clock, today: TODAY, customers: 30, invoices: 120 });
  const asaas = createAsaasEmulator({ clock });
  const hosts = new Set([new URL(ORIGIN).host, 'api-sandbox.asaas.com']);
  const transport = createTransport({
    fetch: (url, init) => {
      const request = new Request(url, init);
      return new URL(request.url).origin === ORIGIN ? ixc.handle(request) : asaas.handle(request);
    },
    allowedHosts: () => hosts,
    hasPermission: () => Promise.resolve(true),
  });
  const client = createIxcClient({
    transport,
    credentials: { origin: ORIGIN, token: ixc.token },
    sleep: () => Promise.resolve(),
  });
  const credentials = { accountId: account.id, environment: 'sandbox', key: SANDBOX_KEY } as const;
  const asaasClient = createAsaasClient({ transport, credentials });
  const installed = installation(change);
  const [charged = panel] = installed.panels;
  const ports = await barePorts({
    now: clock.now,
    readSettings: () => Promise.resolve(installed),
    asaas: () => Promise.resolve(ok(asaasClient)),
    ixc: () => Promise.resolve(ok({ source: 'direct', client })),
  });
  async function planOf(id: string, choices: SendChoices = {}): Promise<SendPlan> {
    const gathered = await gatherFacts(ports, charged, id, choices);
    if (!gathered.ok) throw new Error(`${id}: ${gathered.error.code}`);
    return planSend(gathered.value.facts);
  }
  return {
    ixc: ixc.control,
    asaas: asaas.control,
    /** What the drawer would propose for an invoice. */
    planOf,
    /** The same for a known record. */
    plan: (name: Known, choices: SendChoices = {}) => planOf(KNOWN[name].id, choices),
  };
}
