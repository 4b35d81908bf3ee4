import { browser, type Browser } from 'wxt/browser';
import { createControlHandlers } from '@/lib/engine/control/handlers';
import { createDataHandlers } from '@/lib/engine/data/handlers';
import { sweepRetention } from '@/lib/engine/data/retention';
import { watchStorage } from '@/lib/engine/data/storage-pressure';
import { enqueueCounter } from '@/lib/engine/outbox/counter-job';
import { createRunner } from '@/lib/engine/outbox/runner';
import { activeJobs } from '@/lib/engine/outbox/store';
import { createPanelDesk } from '@/lib/engine/panel/panel-desk';
import type { EnginePorts } from '@/lib/engine/ports';
import { forPurpose } from '@/lib/engine/quota/for-purpose';
import { unforeseenView } from '@/lib/engine/setup/failures';
import { createSetupHandlers } from '@/lib/engine/setup/handlers';
import { reconcilePanelScripts } from '@/lib/engine/setup/panel-scripts';
import { createSync } from '@/lib/engine/sync/sync';
import { createDrawerTokens } from '@/lib/messages/drawer-tokens';
import { createRouter } from '@/lib/messages/router';
import { classifySender } from '@/lib/messages/sender';
import { createAdoptionWiring } from './adoption';
import { isAttended } from './attention';
import { lockWhenIdle, watchIdle } from './auto-lock';
import { mayReach, permissionsPort, scriptingPort } from './browser-ports';
import { createDeskWiring } from './desk';
import { createDrawerPanel } from './drawer-panel';
import { createDrawerDoor } from './drawer-port';
import { createEngineParts } from './engine-parts';
import { createFaturaWatch } from './fatura';
import { arrangeWake, keepingAlive } from './heartbeat';
import { createNoticing, type Noticing } from './noticing';
import { createOperators } from './operators';
import { createPalettePart, type PalettePart } from './palette';
import { askPanelsAgain, pushToPages, pushToPanel } from './pushes';
import { setupPorts } from './setup-ports';
import { createTelling } from './telling';
import { createWayToInvoice, openingInvoice } from './way-to-invoice';

export { notStarted } from './not-started';

export interface Worker {
  readonly route: (message: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown>;
  readonly connectDrawer: (port: Browser.runtime.Port, early: readonly unknown[]) => void;
  readonly palette: PalettePart;
  /** Carries on whatever is due, and arranges for the next time. */
  readonly tick: () => Promise<void>;
  /** Makes the panels' scripts those that are allowed, and no more. */
  readonly register: () => Promise<void>;
  /** The same once permissions have changed, which everybody hears of. */
  readonly reconcile: () => Promise<void>;
  /** The browser has started: also the tabs that it restored. */
  readonly beginSession: () => Promise<void>;
  /** The tab is closed: whatever a drawer in it was given is void. */
  readonly forgetTab: (tabId: number) => Promise<void>;
  readonly lockWhenIdle: () => Promise<void>;
  readonly policyChanged: () => Promise<void>;
  readonly updateWhenSafe: () => Promise<void>;
  readonly heardOfNotice: Noticing['hear'];
}

/** Puts the worker together. Nothing here decides anything; every part can be put together otherwise in a test. */
export async function createWorker(): Promise<Worker> {
  const parts = await createEngineParts(setupTurned, authorisationTurned);
  const { engine, ixc, local, policy, session, settings, vault } = parts;
  const { now, random } = engine;
  const runner = createRunner(engine);
  const sync = createSync(engine, enqueueCounter);
  const desk = createPanelDesk({ engine, push: pushToPanel, noticed: onNoticed });
  const tokens = createDrawerTokens({ session, now, random });
  const watchFatura = createFaturaWatch(settings, now);
  const way = createWayToInvoice(session, now);
  const notices = createNoticing(engine, way);

  async function tick(): Promise<void> {
    const jobs = runJobs();
    // A sweep may take long; what it does must never delay a job, nor its failure stop one.
    // What a sweep found may have become a job, which need not wait for the next pulse.
    adoption.run();
    await keepingAlive(Promise.allSettled([jobs, sync.run().finally(runJobs)]));
    await ixc.eraseOldTyped();
    await Promise.allSettled([
      sweepRetention(engine),
      watchStorage(engine, () => navigator.storage.estimate()),
    ]);
    if (updateWaits) await updateWhenSafe();
  }

  async function runJobs(): Promise<void> {
    if ((await vault.state()) !== 'locked') await runner.wakeLocked();
    await keepingAlive(runner.run());
    await arrangeWake(await runner.nextWake(), wake);
    await notices.tell();
  }

  /** What it found is told, and done, at once. */
  const syncNow = { now: () => sync.now().finally(wake) };

  async function watch(): Promise<void> {
    watchIdle(await settings.read(), await policy.read());
  }

  function setupTurned(): void {
    pushToPages({ push: 'setup-changed' });
    watch().catch(() => undefined);
  }

  let updateWaits = false;

  /** A new version takes over only while no request is under way, and nobody is at a frame. */
  async function updateWhenSafe(): Promise<void> {
    const jobs = await activeJobs(engine);
    updateWaits = isAttended() || jobs.some(({ state }) => state === 'intent');
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
    palette.door.recheck().catch(() => undefined);
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

  // A page of the extension cannot tell who sits before it.
  const asked: EnginePorts = { ...forPurpose(engine, 'person'), operator: () => null };
  const operators = createOperators(engine.events);
  const acts = createDeskWiring(asked, session, operators, wake);
  const adoption = createAdoptionWiring(engine, asked, vault, runJobs);
  const telling = createTelling(asked, settings, vault, wake);
  const setup = createSetupHandlers(setupPorts(asked, ixc.sources, settings, vault, policy));
  // Not awaited: the browser may owe the policy for seconds, and the panel waits for this worker.
  watch().catch(() => undefined);

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

  function register(mustRun?: (origin: string) => boolean): Promise<void> {
    const ports = { settings, scripting: scriptingPort, permissions: permissionsPort };
    return reconcilePanelScripts(ports, mustRun);
  }

  async function reconcile(mustRun?: (origin: string) => boolean): Promise<void> {
    authorisationTurned();
    await register(mustRun);
    wake();
  }

  engine.events.onChange((change) => {
    desk.announce(change).catch(() => undefined);
  });
  const door = createDrawerDoor({
    tokens,
    classify,
    isAuthorisedPanel,
    operators,
    drawer: {
      engine,
      runner: { ...runner, run: runJobs },
      openOptions: () => browser.runtime.openOptionsPage(),
      openAct: acts.openAct,
      messages: telling.messages,
    },
  });

  const palette = createPalettePart({
    engine,
    tokens: { session, now, random },
    operators,
    classify,
    isAuthorisedPanel,
  });

  if (parts.wiped) await reconcile();

  return {
    route: createRouter<Browser.runtime.MessageSender>({
      classify,
      failureOf: unforeseenView,
      panel: {
        'panel/states': async ({ ids }, { origin, tabId }) => {
          await watchFatura(origin, tabId);
          return desk.states(origin, ids);
        },
        ...createDrawerPanel({ engine: asked, tokens, operators, wake }),
        ...palette.panel,
        'panel/arrived': async (_, { tabId, origin }) => ({
          open: await way.arrived(tabId, origin),
        }),
      },
      page: {
        ...setup,
        ...acts.handlers,
        ...adoption.handlers,
        ...telling.handlers,
        ...palette.page,
        ...createControlHandlers({ engine: asked, sync: syncNow, wake, paused: setupTurned }),
        ...createDataHandlers({ ...engine, settings, storage: local, restart }),
        'invoice/open': openingInvoice(way, isAuthorisedPanel),
        'vault/unlock': (request) => turning(setup['vault/unlock'](request)),
        'vault/lock': (request) => turning(setup['vault/lock'](request)),
        'vault/set-passphrase': (request) => turning(setup['vault/set-passphrase'](request)),
        'vault/remove-passphrase': (request) => turning(setup['vault/remove-passphrase'](request)),
      },
    }),
    connectDrawer: door.connect,
    palette,
    tick,
    register: () => register(),
    reconcile: () => reconcile(),
    // Tabs that the browser restores may load before it has read the registered scripts.
    beginSession: () => reconcile(() => true),
    forgetTab: async (tab) => {
      await Promise.all([tokens.revokeTab(tab), palette.forgetTab(tab)]);
    },
    lockWhenIdle: async () => {
      if (await lockWhenIdle(await settings.read(), await policy.read(), vault)) vaultTurned();
    },
    policyChanged: policy.changed,
    updateWhenSafe,
    heardOfNotice: notices.hear,
  };
}

/** A moment later, so that whoever asked for it still gets the answer. */
function restart(): void {
  setTimeout(() => {
    browser.runtime.reload();
  }, 500);
}
