import { browser } from 'wxt/browser';
import type { PanelPush } from '@/lib/messages/panel';
import { tabsOf } from './pushes';

/** A panel that is only being opened has its script after a while. ms. */
const TRY_EVERY = 500;
const TRIES = 30;

/** The tab of a panel that a person means: the one in front, else the one that was used last. */
export async function panelTab(origins: readonly string[]): Promise<number | null> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const url = active?.url;
  if (active?.id !== undefined && url !== undefined && URL.canParse(url)) {
    if (origins.includes(new URL(url).origin)) return active.id;
  }
  for (const origin of origins) {
    const [tab] = await tabsOf(origin).catch(() => []);
    if (tab !== undefined) return tab;
  }
  return null;
}

/** Brings a tab to the front. */
export async function show(tabId: number): Promise<void> {
  const shown = await browser.tabs.update(tabId, { active: true });
  if (shown?.windowId !== undefined) {
    await browser.windows.update(shown.windowId, { focused: true });
  }
}

/** Tells the panel in a tab, as soon as its script is there to hear it. */
export async function reach(tabId: number, push: PanelPush): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const isHeard = await browser.tabs.sendMessage(tabId, push, { frameId: 0 }).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
  }
}
