import { browser, type Browser } from 'wxt/browser';
import { createAsaasClient } from '@/lib/asaas/client';
import { createEvents } from '@/lib/engine/events';
import { giveUpJobs } from '@/lib/engine/outbox/give-up';
import { createRunner } from '@/lib/engine/outbox/runner';
import { activeJobs } from '@/lib/engine/outbox/store';
import { createPanelDesk } from '@/lib/engine/panel/panel-desk';
import type { EnginePorts } from '@/lib/engine/ports';
import { createServerClock } from '@/lib/engine/server-clock';
import { createPageHandlers } from '@/lib/engine/setup/page-handlers';
import { reconcilePanelScripts } from '@/lib/engine/setup/panel-scripts';
import type { SetupPorts } from '@/lib/engine/setup/ports';
import { createSync } from '@/lib/engine/sync/sync';
import { createIxcClient } from '@/lib/ixc/webservice/client';
import { LedgerDatabase } from '@/lib/ledger/database';
import { installationId } from '@/lib/ledger/installation';
import { createVaultTable } from '@/lib/ledger/vault-table';
import { createDrawerTokens } from '@/lib/messages/drawer-tokens';
import { createRouter } from '@/lib/messages/router';
import { classifySender } from '@/lib/messages/sender';
import { createSettingsStore } from '@/lib/settings/store';
import { createVault } from '@/lib/vault/vault';
import { lockWhenIdle, managedPolicy, watchIdle } from './auto-lock';
import { mayReach, permissionsPort, scriptingPort } from './browser-ports';
import { asaasTransport, clientsFrom, transportTo } from './clients';
import { createDrawerDoor } from './drawer-port';
import { arrangeWake, keepingAlive } from './heartbeat';
import { askPanelsAgain, pushToPages, pushToPanel } from './pushes';
import { storageArea } from './storage-area';

export interface Worker {
  readonly route: (message: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown>;
  readonly connectDrawer: (port: Browser.runtime.Port, early: readonly unknown[]) => void;
  /** Carries on whatever is due, and arranges for the next time. */
  readonly tick: () => Promise<void>;
  /** Permissions, settings or the version changed: register what is allowed, and no more. */
  readonly reconcile: () => Promise<void>;
  /** The tab is closed: whatever a drawer in it was given is void. */
  readonly forgetTab: (tabId: number) => Promise<void>;
  readonly lockWhenIdle: () => Promise<void>;
  readonly updateWhenSafe: () => Promise<void>;
}

/** Puts the worker together. Nothing here decides anything; every part can be put together otherwise in a test. */
export async function createWorker(): Promise<Worker> {
  const now = Date.now;
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const ledger = new LedgerDatabase();
  const session = storageArea(browser.storage.session);
  const vault = createVault({ store: createVaultTable(ledger), session, crypto, now });
  const settings = createSettingsStore({
    storage: storageArea(browser.storage.local),
    onChange: (changed) => {
      pushToPages({ push: 'setup-changed' });
      watchIdle(changed).catch(() => undefined);
      authorisationTurned();
    },
  });
  const clock = await createServerClock(ledger, now);
  const engine: EnginePorts = {
    ledger,
    now,
    clock,
    random,
    readSettings: settings.read,
    ...clientsFrom(vault, settings, clock),
    owner: crypto.randomUUID(),
    installationId: await installationId(ledger, () => crypto.randomUUID()),
    events: createEvents(),
  };
  const runner = createRunner(engine);
  const sync = createSync(engine);
  const desk = createPanelDesk({ engine, push: pushToPanel, noticed: onNoticed });
  const tokens = createDrawerTokens({ session, now, random });

  async function tick(): Promise<void> {
    const jobs = runJobs();
    // A sweep may take long; what it does must never delay a job, nor its failure stop one.
    await keepingAlive(Promise.allSettled([jobs, sync.run()]));
    if (updateWaits) await updateWhenSafe();
  }

  async function runJobs(): Promise<void> {
    if ((await vault.state()) !== 'locked') await runner.wakeLocked();
    await keepingAlive(runner.run());
    await arrangeWake(await runner.nextWake(), wake);
  }

  let updateWaits = false;

  /** A new version takes over only while no request is under way. */
  async function updateWhenSafe(): Promise<void> {
    const jobs = await activeJobs(engine);
    updateWaits = jobs.some(({ state }) => state === 'intent');
    if (!updateWaits) browser.runtime.reload();
  }

  function wake(): void {
    tick().catch(() => undefined);
  }

  function onNoticed(): void {
    sync.noticed();
    wake();
  }

  /** A panel came or went, or the person gave or took its permission in the browser. */
  function authorisationTurned(): void {
    door.recheck().catch(() => undefined);
    askPanelsAgain().catch(() => undefined);
  }

  async function isAuthorisedPanel(origin: string): Promise<boolean> {
    const { panels } = await settings.read();
    return panels.some((panel) => panel.origin === origin) && (await mayReach(origin));
  }

  async function classify(sender: Browser.runtime.MessageSender) {
    const authorised = sender.origin === undefined ? false : await isAuthorisedPanel(sender.origin);
    return classifySender(sender, {
      extensionId: browser.runtime.id,
      extensionOrigin: new URL(browser.runtime.getURL('/')).origin,
      isAuthorisedPanel: (origin) => authorised && origin === sender.origin,
    });
  }

  const setup: SetupPorts = {
    version: browser.runtime.getManifest().version,
    settings,
    ledger,
    vault,
    policy: managedPolicy,
    asaasClient: (credentials) => createAsaasClient({ transport: asaasTransport, credentials }),
    ixcClient: (credentials) =>
      createIxcClient({
        transport: transportTo(() => new Set([new URL(credentials.origin).host])),
        credentials,
      }),
    panelTransport: (origin) => transportTo(() => new Set([new URL(origin).host])),
    permissions: permissionsPort,
    scripting: scriptingPort,
    endJobs: async (accountId) => !(await giveUpJobs(engine, accountId)),
  };
  const page = createPageHandlers(setup);
  await watchIdle(await settings.read());

  async function turning<T>(change: Promise<T>): Promise<T> {
    const outcome = await change;
    vaultTurned();
    return outcome;
  }

  function vaultTurned(): void {
    engine.events.vaultTurned();
    pushToPages({ push: 'setup-changed' });
    wake();
  }

  engine.events.onChange((change) => {
    desk.announce(change).catch(() => undefined);
  });
  const door = createDrawerDoor({
    tokens,
    classify,
    isAuthorisedPanel,
    drawer: {
      engine,
      runner: { ...runner, run: runJobs },
      openOptions: () => browser.runtime.openOptionsPage(),
    },
  });

  return {
    route: createRouter<Browser.runtime.MessageSender>({
      classify,
      panel: {
        'panel/states': ({ ids }, { origin }) => desk.states(origin, ids),
        'panel/open': async ({ id }, { tabId, origin }) => ({
          token: await tokens.issue({ tabId, origin, invoiceId: id }),
        }),
      },
      page: {
        ...page,
        'vault/unlock': (request) => turning(page['vault/unlock'](request)),
        'vault/lock': (request) => turning(page['vault/lock'](request)),
        'vault/set-passphrase': (request) => turning(page['vault/set-passphrase'](request)),
        'vault/remove-passphrase': (request) => turning(page['vault/remove-passphrase'](request)),
      },
    }),
    connectDrawer: door.connect,
    tick,
    reconcile: async () => {
      authorisationTurned();
      await reconcilePanelScripts({
        settings,
        scripting: scriptingPort,
        permissions: permissionsPort,
      });
      await watchIdle(await settings.read());
      wake();
    },
    forgetTab: tokens.revokeTab,
    lockWhenIdle: async () => {
      if (await lockWhenIdle(await settings.read(), vault)) vaultTurned();
    },
    updateWhenSafe,
  };
}
