import { OWN } from './selectors.ts';
import { addStyle } from './style-sheet.ts';

/** How long a toast stays, and how long it waits for whoever is reading it. ms. */
const STAYS = 8_000;
const LINGERS = 2_000;
const MOST = 3;

export interface ToastOptions {
  readonly document: Document;
  readonly css: string;
  readonly dismiss: string;
  /** A person wants to see the invoice's charge. */
  readonly onOpen: (id: string) => void;
}

/**
 * Quiet words in a corner of the page, in a shadow root of their own. They go by themselves, unless the
 * pointer or the focus is on them; Escape, or their own button, takes one away at once.
 */
export class Toasts {
  readonly #options: ToastOptions;
  #host: HTMLElement | null = null;
  #list: HTMLElement | null = null;

  constructor(options: ToastOptions) {
    this.#options = options;
  }

  show(id: string, text: string): void {
    const list = (this.#list ??= this.#open());
    const { document, dismiss, onOpen } = this.#options;
    const toast = document.createElement('div');
    toast.setAttribute(OWN.toast, id);
    const open = document.createElement('button');
    open.textContent = text;
    const close = document.createElement('button');
    close.setAttribute('aria-label', `${dismiss}: ${text}`);
    toast.append(open, close);
    toast.addEventListener('click', (event) => {
      event.stopPropagation();
      if (!event.isTrusted) return;
      toast.remove();
      if (event.target === open) onOpen(id);
    });
    toast.addEventListener('keydown', (event) => {
      // IXC closes its own window at Escape.
      event.stopPropagation();
      if (event.key === 'Escape' && event.isTrusted) toast.remove();
    });
    const leave = () => {
      if (toast.matches(':hover, :focus-within')) setTimeout(leave, LINGERS);
      else toast.remove();
    };
    setTimeout(leave, STAYS);
    list.querySelector(`[${OWN.toast}="${id}"]`)?.remove();
    list.append(toast);
    if (list.childElementCount > MOST) list.firstElementChild?.remove();
  }

  remove(): void {
    this.#host?.remove();
    this.#host = this.#list = null;
  }

  #open(): HTMLElement {
    const { document, css } = this.#options;
    const host = document.createElement('div');
    host.setAttribute(OWN.toasts, '');
    const root = host.attachShadow({ mode: 'open' });
    const list = document.createElement('div');
    list.setAttribute('role', 'status');
    list.setAttribute('aria-live', 'polite');
    root.append(list);
    addStyle(root, css);
    document.body.append(host);
    this.#host = host;
    return list;
  }
}
