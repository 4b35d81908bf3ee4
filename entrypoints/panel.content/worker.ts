import type { PanelPush, PanelReplies } from '@/lib/messages/panel';
import { SELECTORS } from '@/lib/ixc/panel/selectors';
import { answerAsk, isAsk } from '@/lib/ixc/panel/answers';
import type { PanelWorker } from '@/lib/ixc/panel/panel';
import { browser } from 'wxt/browser';

/** Pages of the extension are pushed to over the same line. */
const PUSHES: ReadonlySet<unknown> = new Set<PanelPush['push']>([
  'states',
  'ask-again',
  'toast',
  'open',
  'palette',
]);

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
  async send(id) {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/send', id });
    if (has(reply, 'sent') && reply.sent === true) return { sent: true };
    if (has(reply, 'token') && typeof reply.token === 'string') return { token: reply.token };
    throw new TypeError('Neither sent nor a token in the answer');
  },
  async open(id) {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/open', id });
    if (has(reply, 'token') && typeof reply.token === 'string') return { token: reply.token };
    throw new TypeError('No token in the answer');
  },
  async copy(id, what) {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/copy', id, what });
    const isAnswer = ['code', 'opened', 'refused', 'failed'].some((key) => has(reply, key));
    // A worker that refuses to speak answers `refused`, too, and names no reason.
    if (!isAnswer || (has(reply, 'refused') && reply.refused === true)) {
      throw new TypeError('Neither a code nor a reason in the answer');
    }
    return reply as PanelReplies['panel/copy'];
  },
  async palette() {
    const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/palette' });
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
      if (has(message, 'push') && PUSHES.has(message.push)) listener(message as PanelPush);
    };
    browser.runtime.onMessage.addListener(receive);
    signal.addEventListener('abort', () => {
      if (worker.isAlive()) browser.runtime.onMessage.removeListener(receive);
    });
    askWhatWaits(listener).catch(() => undefined);
  },
};

/** A drawer that was wanted before this page was there. Over a login it waits for the page after it. */
async function askWhatWaits(listener: (push: PanelPush) => void): Promise<void> {
  if (document.querySelector(SELECTORS.loginFrame)) return;
  const reply: unknown = await browser.runtime.sendMessage({ verb: 'panel/arrived' });
  if (has(reply, 'open') && typeof reply.open === 'string') {
    listener({ push: 'open', id: reply.open });
  }
}

/**
 * Answers what the worker asks of the page. Only the extension itself can reach this listener, and of its
 * own pages none: those in a tab, the drawer's frame among them, come with that tab.
 */
export function answerTheWorker(document: Document, signal: AbortSignal): void {
  const receive = (
    message: unknown,
    sender: Sender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isAsk(message)) {
      return undefined;
    }
    // Chrome takes no promise for an answer, and Firefox takes this too.
    answerAsk(document, message).then(respond, () => respond(undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(receive);
  signal.addEventListener('abort', () => {
    if (worker.isAlive()) browser.runtime.onMessage.removeListener(receive);
  });
}

interface Sender {
  readonly id?: string | undefined;
  readonly tab?: unknown;
}

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
