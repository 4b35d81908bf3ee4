import { browser } from 'wxt/browser';
import { fail, ok } from '@/lib/billing/result';
import { createAwaitedDrawers } from '@/lib/engine/notify/awaited-drawers';
import type { KeyValueStore } from '@/lib/key-value-store';
import type { OpenPush } from '@/lib/messages/panel';
import type { PageHandlers } from '@/lib/messages/router';
import { tabsOf } from './pushes';

export interface WayToInvoice {
  /**
   * Brings the panel to the front, in the tab that was used last or in a new one, and the invoice's drawer
   * with it, if need be once the panel has loaded. Ends when the panel is in front.
   */
  readonly open: (origin: string, invoiceId: string) => Promise<void>;
  /** A panel's script has started in the tab: gives the invoice whose drawer is wanted there, or null. */
  readonly arrived: (tabId: number, origin: string) => Promise<string | null>;
}

/** `session` outlives the worker. `now` in ms since the epoch. */
export function createWayToInvoice(session: KeyValueStore, now: () => number): WayToInvoice {
  const awaited = createAwaitedDrawers(session, now);

  async function open(origin: string, invoiceId: string): Promise<void> {
    const about = { origin, invoiceId };
    const [tab] = await tabsOf(origin, '/adm.php').catch(() => []);
    if (tab === undefined) {
      const opening = browser.tabs.create({ url: `${origin}/adm.php` });
      await awaited.expect(
        opening.then(({ id }) => id),
        about,
      );
      return;
    }
    // Before the tab is shown: one that the browser had put to sleep loads anew, and its script asks.
    await awaited.expect(Promise.resolve(tab), about);
    const shown = await browser.tabs.update(tab, { active: true });
    if (shown?.windowId !== undefined) {
      await browser.windows.update(shown.windowId, { focused: true });
    }
    // Not awaited: a tab that the browser froze answers when it is awake again.
    tell(tab, origin, invoiceId).catch(() => undefined);
  }

  /** A script that is there hears it now; where there is none, the one to come asks. */
  async function tell(tab: number, origin: string, invoiceId: string): Promise<void> {
    const message: OpenPush = { push: 'open', id: invoiceId };
    await browser.tabs.sendMessage(tab, message);
    await awaited.take(tab, origin);
  }

  return { open, arrived: awaited.take };
}

/** What a page asks for: the drawer of one invoice, in a panel that may still be served. */
export function openingInvoice(
  way: Pick<WayToInvoice, 'open'>,
  isAuthorisedPanel: (origin: string) => Promise<boolean>,
): PageHandlers['invoice/open'] {
  return async ({ origin, invoiceId }) => {
    if (!(await isAuthorisedPanel(origin))) return fail({ code: 'permission-missing' });
    await way.open(origin, invoiceId);
    return ok(null);
  };
}
