import { createAsaasClient } from '../../../lib/asaas/client.ts';
import { cents } from '../../../lib/billing/money.ts';
import { ok } from '../../../lib/billing/result.ts';
import { planSend } from '../../../lib/billing/send-plan.ts';
import type { Customer, Invoice } from '../../../lib/billing/invoice.ts';
import type { SendChoices } from '../../../lib/billing/send-plan.types.ts';
import { createRunner } from '../../../lib/engine/outbox/runner.ts';
import { enqueueChange, enqueueCreate } from '../../../lib/engine/outbox/enqueue.ts';
import type { EnginePorts } from '../../../lib/engine/ports.ts';
import { confirmationOf } from '../../../lib/engine/send/confirmation.ts';
import { gatherFacts } from '../../../lib/engine/send/gather.ts';
import { createServerClock } from '../../../lib/engine/server-clock.ts';
import { createTransport } from '../../../lib/http/guarded-fetch.ts';
import type { IxcClient } from '../../../lib/ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/store.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../emulators/http/clock.ts';
import { customer } from '../../fixtures/customer.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';
import { KEY } from '../../fixtures/provider.ts';
import { barePorts, freshLedger, seededBytes } from './engine-ports.ts';

export const ORIGIN = 'https://painel.provedor.example';
export const REFERENCE = `ixc:${KEY}:1001`;

const ACCOUNT = {
  id: `sandbox:${KEY}`,
  name: 'Provedor Exemplo Telecom Ltda',
  document: KEY,
  environment: 'sandbox' as const,
  keyHint: '0001',
};

const INVOICE: Invoice = {
  ...invoice,
  id: '1001',
  customerId: '77',
  dueDate: day('2026-12-10'),
  value: cents(9990),
  open: cents(9990),
};

const CUSTOMER: Customer = { ...customer, id: INVOICE.customerId };

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  accounts: [ACCOUNT],
  panels: [
    {
      origin: ORIGIN,
      providerKey: KEY,
      providerName: 'Provedor Exemplo',
      tokenHint: 'fake',
      accountId: ACCOUNT.id,
    },
  ],
  sending: { ...DEFAULT_SETTINGS.sending, notifier: 'none', billingType: 'PIX' },
};

/** One emulated Asaas and one IXC, and any number of browsers in front of them. */
export function createWorkbench() {
  const clock = createVirtualClock({ start: '2026-11-22T15:00:00Z', ticking: false });
  const asaas = createAsaasEmulator({ clock });
  const ixc: { invoice: Invoice; customer: Customer; predecessors: Invoice[]; reads: number } = {
    predecessors: [],
    invoice: INVOICE,
    customer: CUSTOMER,
    reads: 0,
  };
  const ixcClient: IxcClient = {
    invoices: () => Promise.resolve(ok([ixc.invoice])),
    invoice: () => {
      ixc.reads += 1;
      return Promise.resolve(ok(ixc.invoice));
    },
    closedByRenegotiation: () => Promise.resolve(ok(ixc.predecessors)),
    customer: () => Promise.resolve(ok(ixc.customer)),
    carteira: () => Promise.resolve(ok(null)),
    filiais: () => Promise.resolve(ok([])),
    countInvoices: () => Promise.resolve(ok(1)),
  };
  let browsers = 0;

  /** A browser profile: a ledger of its own. `worker()` is one life of its worker. */
  function browser(ledger: LedgerDatabase = freshLedger()) {
    browsers += 1;
    const seed = browsers;
    let lives = 0;
    return {
      ledger,
      worker: async (overrides: Partial<EnginePorts> = {}) => {
        lives += 1;
        const serverClock = await createServerClock(ledger, clock.now);
        const transport = createTransport({
          fetch: (input, init) => asaas.handle(new Request(input, init)),
          allowedHosts: () => new Set(['api-sandbox.asaas.com']),
          hasPermission: () => Promise.resolve(true),
        });
        const client = createAsaasClient({
          transport,
          credentials: { accountId: ACCOUNT.id, environment: 'sandbox', key: SANDBOX_KEY },
          onExchange: ({ serverTime }) => {
            if (serverTime !== null) serverClock.observe(serverTime);
          },
        });
        const ports = await barePorts({
          ledger,
          now: clock.now,
          clock: serverClock,
          random: seededBytes(seed * 1000 + lives),
          readSettings: () => Promise.resolve(SETTINGS),
          asaas: () => Promise.resolve(ok(client)),
          ixc: () => Promise.resolve(ok(ixcClient)),
          owner: `browser-${seed}-life-${lives}`,
          installationId: `installation-${seed}`,
          ...overrides,
        });
        return { ports, runner: createRunner(ports) };
      },
    };
  }

  /** What an operator does in the drawer: read, plan, look, confirm. */
  async function confirm(ports: EnginePorts, choices: SendChoices = {}) {
    const panel = SETTINGS.panels[0];
    if (!panel) throw new Error('no panel');
    const gathered = await gatherFacts(ports, panel, ixc.invoice.id, choices);
    if (!gathered.ok) throw new Error(gathered.error.code);
    const { facts } = gathered.value;
    const plan = planSend(facts);
    const confirmed = {
      account: ACCOUNT,
      origin: ORIGIN,
      providerKey: KEY,
      invoiceId: ixc.invoice.id,
      confirmation: confirmationOf(plan, facts.invoice, facts.customer),
      choices,
    };
    return plan.kind === 'update' || plan.kind === 'adopt'
      ? enqueueChange(ports, confirmed, plan.charge.id)
      : enqueueCreate(ports, confirmed);
  }

  return {
    clock,
    asaas: asaas.control,
    asaasHandle: asaas.handle,
    ixc,
    browser,
    confirm,
    settings: SETTINGS,
    live: () => asaas.control.charges(REFERENCE).filter(({ deleted }) => !deleted),
    posts: () => asaas.control.requests({ method: 'POST', path: '/v3/payments' }),
  };
}

export type Workbench = ReturnType<typeof createWorkbench>;

/** Lets the clock run in steps of half a minute, as the alarm does, until `minutes` have passed. */
export async function letPass(
  bench: Workbench,
  runners: readonly { run: () => Promise<void> }[],
  minutes: number,
): Promise<void> {
  for (let step = 0; step < minutes * 2; step += 1) {
    await bench.clock.advance(30_000);
    for (const runner of runners) await runner.run();
  }
}
