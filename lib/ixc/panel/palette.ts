import type { PanelReplies } from '../../messages/panel.ts';
import type { ExtensionFrame } from './extension-frame.ts';
import type { Notice } from './notice.ts';
import type { PanelWords } from './words.ts';

export interface PaletteWorker {
  readonly palette: () => Promise<PanelReplies['panel/palette']>;
}

export interface PaletteOptions {
  readonly document: Document;
  readonly worker: PaletteWorker;
  readonly frame: ExtensionFrame;
  readonly notice: Notice;
  readonly words: PanelWords;
  /** False once the extension is gone; says so itself. */
  readonly isAlive: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Opens the palette over the panel at Alt+A, and puts the focus back to where it was when it closes. A
 * press beside it closes it. Answers how to open it without the key.
 */
export function createPalette(options: PaletteOptions): () => Promise<void> {
  const { document, worker, frame, notice, words, isAlive, signal } = options;
  let isAsking = false;

  async function open(): Promise<void> {
    if (frame.isOpen) {
      frame.focus();
      return;
    }
    if (isAsking || !isAlive()) return;
    isAsking = true;
    const before = document.activeElement;
    try {
      const { token } = await worker.palette();
      if (signal.aborted) return;
      frame.open(token, words.palette, () => {
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    } catch {
      if (isAlive()) notice.flash('no-palette', words.noPalette);
    } finally {
      isAsking = false;
    }
  }

  const on = { capture: true, signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) void open();
    },
    on,
  );
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && frame.isOpen) frame.close();
    },
    on,
  );
  return open;
}

/** Alt+A by the key's place: what it writes differs from one keyboard to the next. */
function isShortcut(event: KeyboardEvent): boolean {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isAlone = altKey && !ctrlKey && !metaKey && !shiftKey;
  return code === 'KeyA' && isAlone && !event.getModifierState('AltGraph');
}
