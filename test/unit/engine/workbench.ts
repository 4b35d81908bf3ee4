import { createAsaasClient } from '../../../lib/asaas/client.ts';
import { cents } from '../../../lib/billing/money.ts';
import { ok } from '../../../lib/billing/result.ts';
import { planSend } from '../../../lib/billing/send-plan.ts';
import type { Carteira, Customer, Invoice } from '../../../lib/billing/invoice.ts';
import type { SendChoices } from '../../../lib/billing/send-plan.types.ts';
import { createRunner } from '../../../lib/engine/outbox/runner.ts';
import { enqueueChange, enqueueCreate } from '../../../lib/engine/outbox/enqueue.ts';
import type { EnginePorts, Purpose } from '../../../lib/engine/ports.ts';
import { createGovernor } from '../../../lib/engine/quota/governor.ts';
import { confirmationOf } from '../../../lib/engine/send/confirmation.ts';
import { gatherFacts } from '../../../lib/engine/send/gather.ts';
import { createServerClock } from '../../../lib/engine/server-clock.ts';
import { createTransport } from '../../../lib/http/guarded-fetch.ts';
import type { Filial, IxcClient } from '../../../lib/ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { ReadingSource } from '../../../lib/billing/reading-source.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../emulators/http/clock.ts';
import { customer } from '../../fixtures/customer.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';
import { KEY } from '../../fixtures/provider.ts';
import { account, ORIGIN, settings } from '../../fixtures/settings.ts';
import { barePorts, freshLedger, seededBytes } from './engine-ports.ts';
import { movingOn } from './patience.ts';

export { ORIGIN } from '../../fixtures/settings.ts';
export const REFERENCE = `ixc:${KEY}:1001`;

const INVOICE: Invoice = {
  ...invoice,
  id: '1001',
  customerId: '77',
  dueDate: day('2026-12-10'),
  value: cents(9990),
  open: cents(9990),
};

const CUSTOMER: Customer = { ...customer, id: INVOICE.customerId };

/** One emulated Asaas and one IXC, and any number of browsers in front of them. */
export function createWorkbench() {
  const clock = createVirtualClock({ start: '2026-11-22T15:00:00Z', ticking: false });
  const asaas = createAsaasEmulator({ clock });
  let current: Settings = settings;
  const ixc: {
    invoice: Invoice;
    customer: Customer;
    carteira: Carteira | null;
    filiais: Filial[];
    predecessors: Invoice[];
    source: ReadingSource;
    reads: number;
  } = {
    carteira: null,
    filiais: [],
    predecessors: [],
    source: 'direct',
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
    changedInvoices: () => Promise.resolve(ok([ixc.invoice])),
    closedByRenegotiation: () => Promise.resolve(ok(ixc.predecessors)),
    findCustomers: () => Promise.resolve(ok([ixc.customer])),
    openInvoices: () => Promise.resolve(ok({ invoices: [ixc.invoice], next: null })),
    customers: () => Promise.resolve(ok([ixc.customer])),
    openInvoicesOf: () => Promise.resolve(ok([ixc.invoice])),
    customer: () => Promise.resolve(ok(ixc.customer)),
    carteira: () => Promise.resolve(ok(ixc.carteira)),
    carteiras: () => Promise.resolve(ok(ixc.carteira === null ? [] : [ixc.carteira])),
    accounts: () => Promise.resolve(ok([])),
    filial: (id) => Promise.resolve(ok(ixc.filiais.find((one) => one.id === id) ?? null)),
    filiais: () => Promise.resolve(ok(ixc.filiais)),
    countInvoices: () => Promise.resolve(ok(1)),
  };
  /** How a browser reads IXC; a test replaces what it is about. */
  function reading(change: Partial<IxcClient> = {}): EnginePorts['ixc'] {
    const client = { ...ixcClient, ...change };
    return () => {
      const { source } = ixc;
      return Promise.resolve(ok(source === 'hand' ? { source } : { source, client }));
    };
  }
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
        const readSettings = () => Promise.resolve(current);
        const sleep = movingOn(clock);
        const governor = createGovernor({ ledger, now: clock.now, readSettings, sleep });
        const clientFor = (purpose: Purpose) =>
          createAsaasClient({
            transport: governor.govern(account.id, purpose, transport),
            credentials: { accountId: account.id, environment: 'sandbox', key: SANDBOX_KEY },
            onExchange: ({ serverTime }) => {
              if (serverTime !== null) serverClock.observe(serverTime);
            },
          });
        const ports = await barePorts({
          ledger,
          now: clock.now,
          clock: serverClock,
          random: seededBytes(seed * 1000 + lives),
          readSettings,
          governor,
          asaas: (_account, purpose = 'job') => Promise.resolve(ok(clientFor(purpose))),
          ixc: reading(),
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
    const [panel] = (await ports.readSettings()).panels;
    if (!panel) throw new Error('no panel');
    const gathered = await gatherFacts(ports, panel, ixc.invoice.id, choices);
    if (!gathered.ok) throw new Error(gathered.error.code);
    const { facts } = gathered.value;
    const plan = planSend(facts);
    const confirmed = {
      account: gathered.value.account ?? account,
      origin: ORIGIN,
      providerKey: panel.providerKey ?? KEY,
      invoiceId: ixc.invoice.id,
      confirmation: confirmationOf(plan, facts.invoice, facts.customer),
      choices,
      source: facts.source,
      ...(plan.kind === 'new' && { replaces: plan.replaces }),
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
    reading,
    browser,
    confirm,
    get settings() {
      return current;
    },
    /** What the operator changes in the options, for every browser alike. */
    configure: (change: (settings: Settings) => Settings) => {
      current = change(current);
    },
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
