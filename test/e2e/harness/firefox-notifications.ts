import type { FirefoxSession } from './firefox.ts';

/** What the operating system shows of one notification. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

export interface FirefoxNotifications {
  /** What stands there now, the oldest first. */
  shown(): Promise<readonly Told[]>;
  /** A person clicks on the only one that stands there. */
  click(): Promise<void>;
}

/** The part of WebDriver BiDi that reaches Firefox's own window; the driver's types do not name it. */
interface Connection {
  send(
    method: 'browsingContext.getTree',
    params: { 'moz:scope': 'chrome' },
  ): Promise<{ result: { contexts: readonly { context: string }[] } }>;
  send(
    method: 'script.evaluate',
    params: { expression: string; target: { context: string }; awaitPromise: boolean },
  ): Promise<{ result: { result: { value?: unknown }; exceptionDetails?: { text: string } } }>;
}

/**
 * Takes the place of the desktop's notification service, which a machine without a screen lacks. As the one
 * of Linux it says that a notification is gone a moment after it was taken away, whoever did that.
 */
export async function standInForTheDesktop(session: FirefoxSession): Promise<FirefoxNotifications> {
  const { connection } = session.browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts[0]?.context ?? '';
  const run = async (expression: string): Promise<unknown> => {
    const params = { expression, target: { context }, awaitPromise: true };
    const { result } = await connection.send('script.evaluate', params);
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result.value;
  };
  await run(DESKTOP);
  return {
    shown: async () => JSON.parse(String(await run('desktop.shown()'))) as readonly Told[],
    click: async () => {
      await run('desktop.click()');
    },
  };
}

/** Runs in Firefox's own window. */
const DESKTOP = `{
  const standing = new Map();
  const takeAway = (name) => {
    const one = standing.get(name);
    standing.delete(name);
    if (one) setTimeout(() => one.observer.observe(null, 'alertfinished', name), 50);
  };
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(alert, observer) {
      takeAway(alert.name);
      standing.set(alert.name, { title: alert.title, text: alert.text, observer });
      observer.observe(null, 'alertshow', alert.name);
    },
    closeAlert: takeAway,
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  registrar.registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/alerts-service;1', {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (iid) => service.QueryInterface(iid),
  });
  globalThis.desktop = {
    shown: () => JSON.stringify([...standing.values()].map(({ title, text }) => ({ title, text }))),
    click() {
      const [[name, { observer }], ...others] = standing;
      if (others.length > 0) throw new Error('there is more than one notification');
      observer.observe(null, 'alertclickcallback', name);
      takeAway(name);
    },
  };
}`;
