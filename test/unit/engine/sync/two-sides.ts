import { createAsaasClient } from '../../../../lib/asaas/client.ts';
import type { ListSweep } from '../../../../lib/engine/sync/sweeps.ts';
import { ok } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createServerClock } from '../../../../lib/engine/server-clock.ts';
import type { EnqueueCounter } from '../../../../lib/engine/sync/counter-act.ts';
import { sweepCounter } from '../../../../lib/engine/sync/counter-sweep.ts';
import { sweepAccount } from '../../../../lib/engine/sync/sweep-account.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { createTakeIn } from '../../../../lib/engine/sync/take-in.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import { createIxcClient } from '../../../../lib/ixc/webservice/client.ts';
import type { CounterStep } from '../../../../lib/ledger/rows.ts';
import type { Settings } from '../../../../lib/settings/settings.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator } from '../../../emulators/ixc/index.ts';
import { customer } from '../../../fixtures/customer.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, panel, settings } from '../../../fixtures/settings.ts';
import { barePorts, freshLedger, seededBytes } from '../engine-ports.ts';
import { type OddBase, oddBase } from './odd-base.ts';
import { turnsOf } from './turns.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const ACCOUNT = 'acc_sandbox';
const START = '2026-11-10T15:00:00Z';

type Seed = Parameters<ReturnType<typeof createAsaasEmulator>['control']['seedCharge']>[1];

/** An emulated Asaas and an emulated IXC on one clock, and browsers that watch both. */
export function twoSides({
  sync = settings.sync,
  odd,
}: { readonly sync?: Settings['sync']; readonly odd?: OddBase } = {}) {
  const clock = createVirtualClock({ start: START, ticking: false });
  const asaas = createAsaasEmulator({ clock });
  const ixc = createIxcEmulator({ clock, customers: 20, invoices: 30 });
  const ixcHandle = odd === undefined ? ixc.handle : oddBase(ixc.handle, odd);
  const payer = asaas.control.seedCustomer(ACCOUNT, {
    name: customer.name,
    cpfCnpj: customer.document,
    externalReference: `ixc:${KEY}:c:7`,
  });
  const inForce: Settings = { ...settings, sync };

  /** A charge, of ten days ago unless said. With `invoiceId` it carries our reference. */
  function seed(change: Partial<Seed> & { readonly invoiceId?: string } = {}) {
    const { invoiceId, ...rest } = change;
    return asaas.control.seedCharge(ACCOUNT, {
      customer: payer.id,
      value: 9_990,
      dueDate: '2026-11-20',
      billingType: 'PIX',
      createdAt: clock.now() - 10 * DAY,
      ...(invoiceId === undefined ? {} : { externalReference: `ixc:${KEY}:${invoiceId}` }),
      ...rest,
    });
  }

  /** An open invoice and its charge, both of the same value. */
  function charged(change: Partial<Seed> = {}) {
    const { id = '' } = ixc.control.addInvoice({
      customerId: '7',
      cents: change.value ?? 9_990,
      dueDate: change.dueDate ?? '2026-11-20',
    });
    return { invoiceId: id, charge: seed({ ...change, invoiceId: id }) };
  }

  let browsers = 0;
  async function browser(overrides: Partial<EnginePorts> = {}) {
    browsers += 1;
    const ledger = freshLedger();
    const serverClock = await createServerClock(ledger, clock.now);
    const asked = { asaas: 0, ixc: 0 };
    const client = createAsaasClient({
      transport: createTransport({
        fetch: (input, init) => {
          asked.asaas += 1;
          return asaas.handle(new Request(input, init));
        },
        allowedHosts: () => new Set(['api-sandbox.asaas.com']),
        hasPermission: () => Promise.resolve(true),
      }),
      credentials: { accountId: account.id, environment: 'sandbox', key: SANDBOX_KEY },
    });
    const ixcClient = createIxcClient({
      transport: createTransport({
        fetch: (input, init) => {
          asked.ixc += 1;
          return ixcHandle(new Request(input, init));
        },
        allowedHosts: () => new Set([new URL(ORIGIN).host]),
        hasPermission: () => Promise.resolve(true),
      }),
      credentials: { origin: ORIGIN, token: ixc.token },
      sleep: () => Promise.resolve(),
    });
    const ports = await barePorts({
      ledger,
      now: clock.now,
      clock: serverClock,
      random: seededBytes(browsers),
      readSettings: () => Promise.resolve(inForce),
      asaas: () => Promise.resolve(ok(client)),
      ixc: () => Promise.resolve(ok({ source: 'direct', client: ixcClient })),
      owner: `worker-${browsers}`,
      installationId: `installation-${browsers}`,
      ...overrides,
    });
    const steps: { readonly targetId: string; readonly step: CounterStep }[] = [];
    const enqueue: EnqueueCounter = (_ports, { targetId, step }) => {
      steps.push({ targetId, step });
      return Promise.resolve();
    };
    const takeIn = createTakeIn(ports);
    const sync = createSync(ports, enqueue);
    return {
      ports,
      ledger,
      client,
      asked,
      /** What the counter's work was found to ask for. */
      steps,
      sync,
      /** One sweep by its name, in as many turns as it takes. Gives its requests to Asaas. */
      only: async (name: ListSweep['name'], watched = true) => {
        const before = asked.asaas;
        for (let turn = 0; turn < 500; turn += 1) {
          const start = asked.asaas;
          const run = { watched, run: name, sync: { sharePercent: 50, browsersPerAccount: 1 } };
          await sweepAccount(ports, takeIn, account, run);
          const state = (await ledger.meta.get(`sync:${account.id}`))?.value as {
            sweeps: Record<string, { place: unknown } | undefined>;
          };
          if (state.sweeps[name]?.place === null) break;
          if (asked.asaas === start) throw new Error(`${name} does not go on`);
        }
        return asked.asaas - before;
      },
      counter: () => sweepCounter(ports, panel, { watched: true, now: true, enqueue }),
      /** Everything there is to know, as after a long first day. */
      settle: () => turnsOf({ asaas: asaas.control }, sync),
      row: (id: string) => ledger.charges.get(id),
      alerts: () => ledger.alerts.toArray(),
    };
  }

  return {
    clock,
    asaas: asaas.control,
    handle: asaas.handle,
    ixc: ixc.control,
    seed,
    charged,
    browser,
  };
}

export type TwoSides = ReturnType<typeof twoSides>;
export type Browser = Awaited<ReturnType<TwoSides['browser']>>;
