import type { PanelPush, PanelReplies } from '@/lib/messages/panel';
import type { PanelWorker } from '@/lib/ixc/panel/panel';
import { browser } from 'wxt/browser';

/** The worker over `runtime` messages. Anything but the agreed answer counts as unreachable. */
export const worker: PanelWorker = {
  async states(ids) {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/states', ids });
    // This script runs in panels that were authorised: only taking that back makes the worker refuse.
    if (has(reply, 'refused')) return { states: [], problem: 'permission-missing' };
    if (has(reply, 'states') && Array.isArray(reply.states)) {
      return reply as PanelReplies['panel/states'];
    }
    throw new TypeError('No states in the answer');
  },
  async open(id) {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/open', id });
    if (has(reply, 'token') && typeof reply.token === 'string') return { token: reply.token };
    throw new TypeError('No token in the answer');
  },
  isAlive() {
    try {
      // The types promise an id; an orphaned script finds none, or an error (measured in Chromium).
      return Boolean(browser.runtime.id);
    } catch {
      return false;
    }
  },
  onPush(listener, signal) {
    const receive = (message: unknown): undefined => {
      if (!has(message, 'push')) return;
      if (message.push === 'states' || message.push === 'ask-again') listener(message as PanelPush);
    };
    browser.runtime.onMessage.addListener(receive);
    signal.addEventListener('abort', () => {
      if (worker.isAlive()) browser.runtime.onMessage.removeListener(receive);
    });
  },
};

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
