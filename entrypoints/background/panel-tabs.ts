import { browser } from 'wxt/browser';
import { fail, ok } from '@/lib/billing/result';
import type { AskPanel } from '@/lib/ixc/session/client';
import type { PanelAsk } from '@/lib/messages/panel';
import { tabsOf } from './pushes';

/** Longer than the content script's own patience with IXC. ms. */
const PATIENCE_MS = 20_000;

/**
 * Asks the open tabs of a panel one after another until one answers: a tab that shows an error, or was open
 * before the extension came, has no script to answer with.
 */
export function askPanel(origin: string): AskPanel {
  return async (ask) => {
    for (const tab of await openTabs(origin)) {
      const reply = await askTab(tab, ask);
      if (reply === 'timeout') return fail({ kind: 'timeout' });
      if (reply !== undefined && reply !== null) return ok(reply);
    }
    return fail({ kind: 'no-tab' });
  };
}

/** Whether the panel is open in any tab. */
export async function hasTab(origin: string): Promise<boolean> {
  return (await openTabs(origin)).length > 0;
}

function openTabs(origin: string): Promise<number[]> {
  return tabsOf(origin).catch(() => []);
}

/** To the top frame alone: what it answers is what the script in it read, of that origin. */
async function askTab(tab: number, ask: PanelAsk): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'timeout');
  });
  try {
    return await Promise.race([browser.tabs.sendMessage(tab, ask, { frameId: 0 }), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
