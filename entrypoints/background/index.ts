import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { admitPort } from './frame-ports';
import { onBeat, startPulse } from './heartbeat';
import { onManagedPolicyChange } from './managed-policy';
import { onNotification } from './notifications';
import { startingBy } from './start';
import { createWorker, notStarted, type Worker } from './worker';

/**
 * Every listener is registered synchronously, before anything is awaited: an event that woke the worker
 * is delivered only to listeners that exist by then.
 */
export default defineBackground(() => {
  const { worker, inTime } = startingBy(createWorker, ({ register }) => register());
  const on = (work: (worker: Worker) => Promise<unknown>) => () => {
    worker().then(work).catch(reportNothing);
  };

  browser.runtime.onMessage.addListener((message, sender) =>
    inTime().then(({ route }) => route(message, sender), notStarted),
  );
  browser.runtime.onConnect.addListener((port) => admitPort(port, inTime));
  browser.commands.onCommand.addListener((command) => {
    if (command === 'open-palette') on(({ palette }) => palette.open())();
  });
  onBeat(on(({ tick }) => tick()));
  // An update takes the panels' scripts away, and whichever start succeeds next registers them.
  browser.runtime.onInstalled.addListener(on(() => Promise.resolve()));
  browser.runtime.onStartup.addListener(on(({ beginSession }) => beginSession()));
  browser.permissions.onAdded.addListener(on(({ reconcile }) => reconcile()));
  browser.permissions.onRemoved.addListener(on(({ reconcile }) => reconcile()));
  browser.tabs.onRemoved.addListener((tabId) => on(({ forgetTab }) => forgetTab(tabId))());
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') on(({ lockWhenIdle }) => lockWhenIdle())();
  });
  onNotification((event) => on(({ heardOfNotice }) => heardOfNotice(event))());
  onManagedPolicyChange(on(({ policyChanged }) => policyChanged()));
  browser.runtime.onUpdateAvailable.addListener(on(({ updateWhenSafe }) => updateWhenSafe()));
  // Before the worker is put together, so that a start that fails is followed by another.
  startPulse().catch(reportNothing);
  on(({ tick }) => tick())();
});

function reportNothing(): void {
  // What failed is on disk and the next alarm tries again; a log could carry what must not be logged.
}
