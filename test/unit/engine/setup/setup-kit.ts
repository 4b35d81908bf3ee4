import type { AsaasCredentials } from '../../../../lib/asaas/client.types.ts';
import { createAsaasClient } from '../../../../lib/asaas/client.ts';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { giveUpJobs } from '../../../../lib/engine/outbox/give-up.ts';
import { createSetupHandlers } from '../../../../lib/engine/setup/handlers.ts';
import type { SetupPorts, Way } from '../../../../lib/engine/setup/ports.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import type { Transport } from '../../../../lib/http/transport.ts';
import type { IxcCredentials } from '../../../../lib/ixc/webservice/client.types.ts';
import { createIxcClient } from '../../../../lib/ixc/webservice/client.ts';
import type { PanelView, SourceTrial } from '../../../../lib/messages/pages.ts';
import type { PanelAsk } from '../../../../lib/messages/panel.ts';
import { NO_POLICY } from '../../../../lib/settings/policy.ts';
import { createSettingsStore } from '../../../../lib/settings/store.ts';
import {
  createAsaasEmulator,
  DEFAULT_ACCOUNTS,
  SANDBOX_KEY,
  type AccountSeed,
} from '../../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator, PROVIDER } from '../../../emulators/ixc/index.ts';
import { memoryStorage } from '../../settings/memory-storage.ts';
import { newProfile } from '../../vault/vault-kit.ts';
import { barePorts } from '../engine-ports.ts';
import { fakeBrowser } from './fake-browser.ts';

export const PANEL = 'https://painel.provedor.example';
export const PASSPHRASE = 'cavalo bateria grampo';

/** Keys of the emulated sandbox account that may do less than everything. */
export const KEYS = {
  /** May charge and find payers; whether it may read its owner is up to the test. */
  charging: '$aact_hmlg_FAKE-KEY-THAT-MAY-CHARGE-0002',
  /** May read payers only. */
  powerless: '$aact_hmlg_FAKE-KEY-WITHOUT-POWER-0003',
  /** May charge but not find payers. */
  withoutPayers: '$aact_hmlg_FAKE-KEY-WITHOUT-PAYERS-0004',
  disabled: '$aact_hmlg_FAKE-KEY-DISABLED-0005',
} as const;

const CLOCK = { start: '2026-03-10T12:00:00Z', ticking: false };

function accounts(): readonly AccountSeed[] {
  return DEFAULT_ACCOUNTS.map((account) =>
    account.environment === 'production'
      ? account
      : {
          ...account,
          keys: [
            ...account.keys,
            {
              id: 'charging',
              key: KEYS.charging,
              scopes: ['PAYMENT:READ_WRITE', 'CUSTOMER:READ_WRITE'],
            },
            { id: 'powerless', key: KEYS.powerless, scopes: ['CUSTOMER:READ'] },
            { id: 'without-payers', key: KEYS.withoutPayers, scopes: ['PAYMENT:READ_WRITE'] },
            { id: 'disabled', key: KEYS.disabled, enabled: false },
          ],
        },
  );
}

export interface SetupOptions {
  readonly portsInPatterns?: boolean;
  readonly loggedIn?: boolean;
  /** Default: as in Firefox, where the background needs no document. */
  readonly ways?: readonly Way[];
}

/** The setup over real vault, settings, clients and transport; the servers are the emulators. */
export async function newSetup(options: SetupOptions = {}) {
  const clock = createVirtualClock(CLOCK);
  const asaas = createAsaasEmulator({ clock, accounts: accounts() });
  const ixc = createIxcEmulator({
    clock,
    today: '2026-03-10',
    customers: 10,
    invoices: 60,
    panel: { autoLogin: options.loggedIn ?? false },
  });
  const browser = fakeBrowser({ portsInPatterns: options.portsInPatterns ?? true });
  const profile = await newProfile();
  const storage = memoryStorage();
  const settings = createSettingsStore({ storage });
  const vault = profile.worker();
  const engine = await barePorts({ now: clock.now });

  /** What answers at each host; a test may put something else there. */
  const servers = new Map<string, (request: Request) => Promise<Response>>([
    ['api.asaas.com', asaas.handle],
    ['api-sandbox.asaas.com', asaas.handle],
    ['painel.provedor.example', ixc.handle],
  ]);
  /** Hosts whose certificate nothing but a tab trusts: a document of the extension gets through. */
  const untrusted = new Set<string>();
  const fetchBy =
    (way: Way): typeof globalThis.fetch =>
    (input, init) => {
      const request = new Request(input, init);
      const { host } = new URL(request.url);
      const server = way === 'direct' && untrusted.has(host) ? undefined : servers.get(host);
      return server ? server(request) : Promise.reject(new TypeError('Failed to fetch'));
    };
  const transportBy = (way: Way, ...hosts: string[]): Transport =>
    createTransport({
      fetch: fetchBy(way),
      allowedHosts: () => new Set(hosts),
      hasPermission: async () => true,
    });
  const outside = {
    online: true,
    trials: [] as readonly SourceTrial[],
    reading: null as PanelView['reading'],
    /** What the content script answers; null: no tab is open. */
    answer: null as unknown,
    /** How the panel is read; default: with the token in the vault. */
    ixc: null as Awaited<ReturnType<SetupPorts['ixc']>> | null,
  };
  const asked: { readonly origin: string; readonly ask: PanelAsk }[] = [];
  const clientOf = (credentials: AsaasCredentials) =>
    createAsaasClient({
      credentials,
      transport: transportBy('direct', 'api.asaas.com', 'api-sandbox.asaas.com'),
    });
  const ixcClientOf = (credentials: IxcCredentials, way: Way) =>
    createIxcClient({
      credentials,
      transport: transportBy(way, new URL(credentials.origin).host),
      sleep: async () => undefined,
    });

  const ports: SetupPorts = {
    version: '9.9.9',
    settings,
    ledger: engine.ledger,
    vault,
    policy: async () => NO_POLICY,
    asaasClient: clientOf,
    ways: options.ways ?? ['direct'],
    ixcClient: ixcClientOf,
    panelTransport: (origin, way) => transportBy(way, new URL(origin).host),
    online: () => outside.online,
    asaas: async ({ id, environment }) => {
      const key = await vault.readSecret(`asaas:${id}`);
      if (!key.ok) return fail({ code: 'locked' });
      if (key.value === null) return fail({ code: 'no-account' });
      return ok(clientOf({ accountId: id, environment, key: key.value }));
    },
    ixc: async (origin) => {
      if (outside.ixc) return outside.ixc;
      const token = await vault.readSecret(`ixc:${origin}`);
      if (!token.ok) return fail({ code: 'locked' });
      if (token.value === null) return ok({ source: 'hand' });
      return ok({
        source: 'direct',
        client: ixcClientOf({ origin, token: token.value }, 'direct'),
      });
    },
    trySources: async () => outside.trials,
    readingOf: async () => outside.reading,
    askPanel: async (origin, ask) => {
      asked.push({ origin, ask });
      return outside.answer;
    },
    permissions: browser.permissions,
    scripting: browser.scripting,
    endJobs: async (accountId) => !(await giveUpJobs(engine, accountId)),
  };
  return {
    ports,
    handlers: createSetupHandlers(ports),
    asaas,
    ixc,
    browser,
    servers,
    untrusted,
    outside,
    /** What the content script was asked, in order. */
    asked,
    engine,
    vault,
    settings,
    /** Everything that is stored outside the vault. */
    stored: () => JSON.stringify(storage.dump()),
    lock: async () => {
      await vault.setPassphrase(null, PASSPHRASE);
      await vault.lock();
    },
  };
}

export type TestSetup = Awaited<ReturnType<typeof newSetup>>;

/** As the page does before it asks the worker: the person granted the host. */
export function grant({ browser }: TestSetup, origin: string): void {
  const { protocol, host, hostname } = new URL(origin);
  const named = browser.scripting.portsInPatterns ? host : hostname;
  browser.granted.add(`${protocol}//${named}/*`);
}

/** A setup with one authorised panel. */
export async function setupWithPanel(options: SetupOptions = {}): Promise<TestSetup> {
  const setup = await newSetup(options);
  grant(setup, PANEL);
  const added = await setup.handlers['panel/add']({ verb: 'panel/add', address: PANEL });
  if (!added.ok) throw new Error(added.error.code);
  return setup;
}

/** The same, read with a token, and one account. */
export async function setupWithToken(): Promise<TestSetup> {
  const setup = await setupWithPanel();
  await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
  await setup.handlers['webservice/save']({
    ...{ verb: 'webservice/save', origin: PANEL, token: setup.ixc.token },
    providerKey: PROVIDER.cnpj,
  });
  return setup;
}
