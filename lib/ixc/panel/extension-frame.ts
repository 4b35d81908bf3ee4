import type { FrameClose, FrameHandshake } from '../../messages/panel.ts';
import { EscapeKey } from './escape-key.ts';

/** Where a page of the extension is. */
export interface PageAddress {
  /** In Chromium on a random host, because the page is web-accessible with `use_dynamic_url`. */
  readonly url: string;
  /**
   * The origin of the loaded frame, which is not that of `url` in Chromium: a page loaded through its
   * dynamic address runs under the extension's own id (measured).
   */
  readonly origin: string;
}

export interface FrameLook {
  /** The attribute that the style sheet knows the frame by. */
  readonly attribute: string;
  /** How it comes into sight. */
  readonly entrance: Keyframe[];
}

const ENTRANCE: KeyframeAnimationOptions = {
  duration: 180,
  easing: 'cubic-bezier(0.2, 0, 0, 1)',
};

/** The one frame of its kind in the page, with an extension document in it. */
export class ExtensionFrame {
  readonly #document: Document;
  readonly #address: PageAddress;
  readonly #look: FrameLook;
  readonly #escape: EscapeKey;
  #frame: HTMLIFrameElement | null = null;
  #onClosed: (() => void) | null = null;

  constructor(document: Document, address: PageAddress, look: FrameLook, signal: AbortSignal) {
    this.#document = document;
    this.#address = address;
    this.#look = look;
    this.#escape = new EscapeKey(
      () => this.isOpen,
      () => this.close(),
      signal,
    );
    window.addEventListener('message', (event) => this.#receive(event), { signal });
  }

  get isOpen(): boolean {
    return this.#frame?.isConnected ?? false;
  }

  /**
   * Opens the frame in place of the one that may be open. The token goes to the extension's origin only
   * and only once: neither the address nor the DOM ever holds it, and a frame that the page has sent
   * elsewhere gets nothing.
   */
  open(token: string, title: string, onClosed: () => void): void {
    const wasOpen = this.isOpen;
    this.#frame?.remove();

    const frame = this.#document.createElement('iframe');
    frame.setAttribute(this.#look.attribute, '');
    frame.allow = 'clipboard-write';
    frame.title = title;
    frame.src = this.#address.url;
    frame.addEventListener(
      'load',
      () => {
        const handshake: FrameHandshake = { ixa: 'token', token };
        frame.contentWindow?.postMessage(handshake, this.#address.origin);
        this.focus();
      },
      { once: true },
    );
    this.#frame = frame;
    this.#onClosed = onClosed;
    this.#document.body.append(frame);
    if (!wasOpen && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      frame.animate(this.#look.entrance, ENTRANCE);
    }
  }

  focus(): void {
    this.#frame?.focus({ preventScroll: true });
  }

  close(): void {
    if (this.#frame) this.#escape.closed();
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

function isClose(data: unknown): data is FrameClose {
  return typeof data === 'object' && data !== null && 'ixa' in data && data.ixa === 'close';
}
