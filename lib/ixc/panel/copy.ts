import type { PanelCopy, RowCopied } from '../../messages/panel.ts';
import { toClipboard } from './clipboard.ts';
import type { Notice } from './notice.ts';
import type { PanelWords } from './words.ts';

export interface CopyWorker {
  readonly copy: (id: string, what: RowCopied) => Promise<PanelCopy>;
}

export interface CopyOptions {
  readonly document: Document;
  readonly worker: CopyWorker;
  readonly notice: Notice;
  readonly words: PanelWords;
  readonly isAlive: () => boolean;
  readonly signal: AbortSignal;
}

/** Brings one code from the worker to the clipboard, and says so; of several, only the last one asked for. */
export function createCopy(options: CopyOptions): (id: string, what: RowCopied) => Promise<void> {
  const { document, worker, notice, words, isAlive, signal } = options;
  let turn = 0;

  async function said(id: string, what: RowCopied, isLast: () => boolean): Promise<string | null> {
    const answer = await worker.copy(id, what);
    if (signal.aborted || !isLast()) return null;
    if ('refused' in answer) return words.copyRefusals[answer.refused];
    if ('failed' in answer) {
      return answer.failed === 'locked' ? words.problems.locked : words.copyUnreachable;
    }
    if ('opened' in answer) return words.copied.whatsapp;
    return (await toClipboard(document, answer.code)) ? words.copied[what] : words.copyDenied;
  }

  return async (id, what) => {
    if (!isAlive()) return;
    const mine = (turn += 1);
    const isLast = () => mine === turn;
    notice.flash('copying', words.copying);
    const text = await said(id, what, isLast).catch(() => words.copyUnreachable);
    if (text !== null && isLast() && isAlive())
      notice.flash('copied', `${words.toast(id)}: ${text}`);
  };
}
