import { browser } from 'wxt/browser';
import { askInTurn } from '@/lib/engine/ixc-source/ask-in-turn';
import type { AskPanel } from '@/lib/ixc/session/client';
import { tabsOf } from './pushes';

/**
 * Asks the open tabs of a panel: a tab that shows an error, or was open before the extension came, has no
 * script to answer with. The top frame alone: what it answers is what the script in it read, of that origin.
 */
export function askPanel(origin: string): AskPanel {
  return async (ask) =>
    askInTurn(await openTabs(origin), (tab) => browser.tabs.sendMessage(tab, ask, { frameId: 0 }));
}

/** Whether the panel is open in any tab. */
export async function hasTab(origin: string): Promise<boolean> {
  return (await openTabs(origin)).length > 0;
}

function openTabs(origin: string): Promise<number[]> {
  return tabsOf(origin).catch(() => []);
}
