import { browser } from 'wxt/browser';
import type { PagePush } from '@/lib/messages/pages';
import type { AskAgainPush, StatesPush, ToastPush } from '@/lib/messages/panel';

/**
 * Tabs that show a panel. Match patterns have no port in Firefox, so the tabs of the host are asked for
 * and the port is compared here. The likeliest to be awake come first: those in front, then by when they
 * last were. `path`: only those whose address goes on with it.
 */
export async function tabsOf(origin: string, path = '/'): Promise<number[]> {
  const { protocol, hostname } = new URL(origin);
  const tabs = await browser.tabs.query({ url: `${protocol}//${hostname}/*` });
  tabs.sort(
    (one, other) =>
      Number(other.active) - Number(one.active) || other.lastAccessed - one.lastAccessed,
  );
  return tabs.flatMap(({ id, url }) =>
    id !== undefined && url?.startsWith(origin + path) === true ? [id] : [],
  );
}

/** Tells every open tab of the panel. A tab without the content script is no error: it asks when it has one. */
export async function pushToPanel(origin: string, message: StatesPush | ToastPush): Promise<void> {
  for (const tab of await tabsOf(origin).catch(() => [])) {
    browser.tabs.sendMessage(tab, message).catch(() => undefined);
  }
}

/**
 * Makes every open panel ask again. Without its host permission a panel's tab has no address that we may
 * see, so all tabs are told, and only our content script listens.
 */
export async function askPanelsAgain(): Promise<void> {
  const message: AskAgainPush = { push: 'ask-again' };
  for (const { id } of await browser.tabs.query({}).catch(() => [])) {
    if (id !== undefined) browser.tabs.sendMessage(id, message).catch(() => undefined);
  }
}

/** Tells open extension pages; nobody listening is the usual case. */
export function pushToPages(message: PagePush): void {
  browser.runtime.sendMessage(message).catch(() => undefined);
}
