import { browser } from 'wxt/browser';
import type { PagePush } from '@/lib/messages/pages';
import type { AskAgainPush, OpenPush, StatesPush, ToastPush } from '@/lib/messages/panel';

/**
 * Tabs that show a panel. Match patterns have no port in Firefox, so the tabs of the host are asked for
 * and the port is compared here. The likeliest to be awake come first: those in front, then by when they
 * last were.
 */
export async function tabsOf(origin: string): Promise<number[]> {
  const { protocol, hostname } = new URL(origin);
  const tabs = await browser.tabs.query({ url: `${protocol}//${hostname}/*` });
  tabs.sort(
    (one, other) =>
      Number(other.active) - Number(one.active) || other.lastAccessed - one.lastAccessed,
  );
  return tabs.flatMap(({ id, url }) =>
    id !== undefined && url !== undefined && new URL(url).origin === origin ? [id] : [],
  );
}

/** Tells every open tab of the panel. A tab without the content script is no error: it asks when it has one. */
export async function pushToPanel(origin: string, message: StatesPush | ToastPush): Promise<void> {
  for (const tab of await tabsOf(origin).catch(() => [])) {
    browser.tabs.sendMessage(tab, message).catch(() => undefined);
  }
}

/**
 * Brings the panel to the front, in the tab that was used last or in a new one, and asks it for the
 * invoice's drawer. A panel that is only being opened has nobody to ask yet.
 */
export async function openInPanel(origin: string, invoiceId: string): Promise<void> {
  const [tab] = await tabsOf(origin).catch(() => []);
  if (tab === undefined) {
    await browser.tabs.create({ url: `${origin}/adm.php` });
    return;
  }
  const shown = await browser.tabs.update(tab, { active: true });
  if (shown?.windowId !== undefined) {
    await browser.windows.update(shown.windowId, { focused: true });
  }
  const message: OpenPush = { push: 'open', id: invoiceId };
  await browser.tabs.sendMessage(tab, message).catch(() => undefined);
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
