import { OWN } from './selectors.ts';

/** How long a passing notice stays. ms. */
const MOMENT = 6_000;

interface Said {
  readonly topic: string;
  readonly text: string;
}

/** One quiet line at the bottom of the page for what concerns all rows. */
export class Notice {
  readonly #document: Document;
  readonly #dismiss: string;
  #element: HTMLElement | null = null;
  #standing: Said | null = null;
  #dismissed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(document: Document, dismissLabel: string) {
    this.#document = document;
    this.#dismiss = dismissLabel;
  }

  /** Shows a text once per topic. A topic that was dismissed stays away until another one or none was shown. */
  show(topic: string, text: string): void {
    if (topic === this.#standing?.topic || topic === this.#dismissed) return;
    this.#dismissed = null;
    this.#standing = { topic, text };
    this.#draw(this.#standing);
  }

  /** Says something for a moment; whatever stood there comes back afterwards. */
  flash(topic: string, text: string): void {
    this.#draw({ topic, text });
    this.#timer = setTimeout(() => this.#draw(this.#standing), MOMENT);
  }

  /** Takes what stands there away and forgets what was dismissed. */
  hide(): void {
    this.#dismissed = null;
    if (this.#standing === null) return;
    this.#standing = null;
    if (this.#timer === null) this.#draw(null);
  }

  /** Takes everything away at once. */
  remove(): void {
    this.#standing = null;
    this.#draw(null);
  }

  #draw(said: Said | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#element?.remove();
    this.#element = said && this.#build(said);
  }

  #build({ topic, text }: Said): HTMLElement {
    const document = this.#document;
    const element = document.createElement('div');
    element.setAttribute(OWN.notice, topic);
    element.setAttribute('role', 'status');
    const words = document.createElement('span');
    const close = document.createElement('button');
    close.type = 'button';
    close.setAttribute('aria-label', this.#dismiss);
    close.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      if (this.#standing?.topic === topic) this.#standing = null;
      this.#draw(this.#standing);
      this.#dismissed = topic;
    });
    element.append(words, close);
    document.body.append(element);
    // A live region announces only what changes in it after it was inserted.
    setTimeout(() => (words.textContent = text), 50);
    return element;
  }
}
