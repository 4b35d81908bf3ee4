import type { PanelReplies } from '../../messages/panel.ts';
import type { ExtensionFrame } from './extension-frame.ts';
import { lookOf, type Mark } from './mark.ts';
import type { Notice } from './notice.ts';
import type { PanelWords } from './words.ts';

/** What a press asks of the worker. */
export interface PressWorker {
  /** Sends at once where that is allowed and nothing needs a person's eye; otherwise as `open`. */
  readonly send: (id: string) => Promise<PanelReplies['panel/send']>;
  readonly open: (id: string) => Promise<PanelReplies['panel/open']>;
}

export interface PressOptions {
  readonly worker: PressWorker;
  readonly drawer: ExtensionFrame;
  readonly notice: Notice;
  readonly words: PanelWords;
  /** False once the extension is gone; says so itself. */
  readonly isAlive: () => boolean;
  /** Gives the focus back to the row when the drawer closes. */
  readonly focus: (id: string) => void;
  readonly signal: AbortSignal;
}

/**
 * What a person's press on a mark does: a send is asked for once until it is answered, however often the
 * button is pressed, and of several drawers only the last one asked for opens. A press that is not certain
 * opens the drawer, whose own confirmation is needed to send.
 */
export function createPress(
  options: PressOptions,
): (mark: Pick<Mark, 'id' | 'shown'>, isCertain: boolean) => Promise<void> {
  const { worker, drawer, notice, words, isAlive, signal } = options;
  const sending = new Set<string>();
  let turn = 0;

  return async ({ id, shown }, isCertain) => {
    if (sending.has(id) || !isAlive()) return;
    const isSend = lookOf(shown) === 'send';
    const mine = (turn += 1);
    try {
      if (isSend) sending.add(id);
      const reply = await (isSend && isCertain ? worker.send(id) : worker.open(id));
      if (signal.aborted) return;
      if ('sent' in reply) notice.flash('sent', words.sent);
      else if (mine === turn) {
        drawer.open(reply.token, words.drawerTitle(id), () => options.focus(id));
      }
    } catch {
      if (mine !== turn || !isAlive()) return;
      notice.hide();
      notice.show(isSend ? 'not-sent' : 'not-opened', isSend ? words.notSent : words.notOpened);
    } finally {
      sending.delete(id);
    }
  };
}
