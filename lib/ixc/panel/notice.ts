import { OWN } from './selectors.ts';

/** One quiet line at the bottom of the page for what concerns all rows. */
export class Notice {
  readonly #document: Document;
  readonly #dismiss: string;
  #element: HTMLElement | null = null;
  #topic: string | null = null;
  #dismissed: string | null = null;

  constructor(document: Document, dismissLabel: string) {
    this.#document = document;
    this.#dismiss = dismissLabel;
  }

  /** Shows a text once per topic. A topic that was dismissed stays away until another one or none was shown. */
  show(topic: string, text: string): void {
    if (topic === this.#topic || topic === this.#dismissed) return;
    this.hide();
    this.#topic = topic;

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
      this.hide();
      this.#dismissed = topic;
    });
    element.append(words, close);
    document.body.append(element);
    this.#element = element;
    // A live region announces only what changes in it after it was inserted.
    setTimeout(() => (words.textContent = text), 50);
  }

  /** Takes the notice away and forgets what was dismissed. */
  hide(): void {
    this.#element?.remove();
    this.#element = null;
    this.#topic = null;
    this.#dismissed = null;
  }
}
