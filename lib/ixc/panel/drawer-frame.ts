import type { DrawerClose, DrawerHandshake } from '../../messages/panel.ts';
import { OWN } from './selectors.ts';

/** Where the drawer's page is. */
export interface DrawerAddress {
  /** In Chromium on a random host, because the page is web-accessible with `use_dynamic_url`. */
  readonly url: string;
  /**
   * The origin of the loaded frame, which is not that of `url` in Chromium: a page loaded through its
   * dynamic address runs under the extension's own id (measured).
   */
  readonly origin: string;
}

const SLIDE: KeyframeAnimationOptions = { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** The one drawer of the page: an extension document in a frame at the right edge. */
export class DrawerFrame {
  readonly #document: Document;
  readonly #address: DrawerAddress;
  #frame: HTMLIFrameElement | null = null;
  #onClosed: (() => void) | null = null;

  constructor(document: Document, address: DrawerAddress, signal: AbortSignal) {
    this.#document = document;
    this.#address = address;
    window.addEventListener('message', (event) => this.#receive(event), { signal });
  }

  /**
   * Opens the drawer in place of the one that may be open. The token goes to the extension's origin only
   * and only once: neither the address nor the DOM ever holds it, and a frame that the page has sent
   * elsewhere gets nothing.
   */
  open(token: string, title: string, onClosed: () => void): void {
    const wasOpen = this.#frame?.isConnected ?? false;
    this.#frame?.remove();

    const frame = this.#document.createElement('iframe');
    frame.setAttribute(OWN.drawer, '');
    frame.allow = 'clipboard-write';
    frame.title = title;
    frame.src = this.#address.url;
    frame.addEventListener(
      'load',
      () => {
        const handshake: DrawerHandshake = { ixa: 'token', token };
        frame.contentWindow?.postMessage(handshake, this.#address.origin);
        frame.focus({ preventScroll: true });
      },
      { once: true },
    );
    this.#frame = frame;
    this.#onClosed = onClosed;
    this.#document.body.append(frame);
    if (!wasOpen && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      frame.animate([{ transform: 'translateX(100%)' }, { transform: 'none' }], SLIDE);
    }
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = null;
    const onClosed = this.#onClosed;
    this.#onClosed = null;
    onClosed?.();
  }

  #receive(event: MessageEvent<unknown>): void {
    if (this.#frame === null || event.source !== this.#frame.contentWindow) return;
    if (event.origin === this.#address.origin && isClose(event.data)) this.close();
  }
}

function isClose(data: unknown): data is DrawerClose {
  return typeof data === 'object' && data !== null && 'ixa' in data && data.ixa === 'close';
}
