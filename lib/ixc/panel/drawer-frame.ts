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

/** A key is not held longer than this. ms. */
const RELEASE = 1_000;

/** The one drawer of the page: an extension document in a frame at the right edge. */
export class DrawerFrame {
  readonly #document: Document;
  readonly #address: DrawerAddress;
  #frame: HTMLIFrameElement | null = null;
  #onClosed: (() => void) | null = null;
  /** On the clock of events. */
  #closedAt = Number.NEGATIVE_INFINITY;

  constructor(document: Document, address: DrawerAddress, signal: AbortSignal) {
    this.#document = document;
    this.#address = address;
    window.addEventListener('message', (event) => this.#receive(event), { signal });
    for (const type of ['keydown', 'keyup'] as const) {
      window.addEventListener(type, (event) => this.#keep(event), { capture: true, signal });
    }
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
    if (this.#frame) this.#closedAt = performance.now();
    this.#frame?.remove();
    this.#frame = null;
    const onClosed = this.#onClosed;
    this.#onClosed = null;
    onClosed?.();
  }

  /**
   * Escape closes the drawer and nothing else: IXC would close its own window below. The release of a key
   * that was pressed inside the frame is heard by the page, where the focus is by then.
   */
  #keep(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    const isRelease = event.type === 'keyup';
    const isOurs = isRelease
      ? event.timeStamp - this.#closedAt < RELEASE
      : (this.#frame?.isConnected ?? false);
    if (!isOurs) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (!isRelease) this.close();
  }

  #receive(event: MessageEvent<unknown>): void {
    if (this.#frame === null || event.source !== this.#frame.contentWindow) return;
    if (event.origin === this.#address.origin && isClose(event.data)) this.close();
  }
}

function isClose(data: unknown): data is DrawerClose {
  return typeof data === 'object' && data !== null && 'ixa' in data && data.ixa === 'close';
}
