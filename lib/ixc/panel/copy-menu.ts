import type { RowCopied } from '../../messages/panel.ts';
import { EscapeKey } from './escape-key.ts';
import { OWN } from './selectors.ts';
import type { PanelWords } from './words.ts';

/** What the menu of a row offers, in its order. */
const ITEMS = ['pix', 'linha', 'link', 'whatsapp'] as const satisfies readonly RowCopied[];

const KEPT = ['click', 'dblclick', 'mousedown', 'mouseup', 'keydown', 'keyup'] as const;
/** Between the menu and its button, or an edge of the window. Pixels. */
const GAP = 4;

export interface CopyMenuOptions {
  readonly document: Document;
  readonly words: PanelWords;
  readonly onChoice: (id: string, what: RowCopied) => void;
  /** Puts the keyboard back on the row's button, which may have been drawn anew. */
  readonly focus: (id: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The one copy menu of the page. It lies in the browser's top layer, since the cell that its button sits in
 * clips whatever is larger, and holds words only: no code is ever in it.
 */
export class CopyMenu {
  readonly #options: CopyMenuOptions;
  readonly #escape: EscapeKey;
  #menu: HTMLElement | null = null;
  #button: Element | null = null;
  #id = '';

  constructor(options: CopyMenuOptions) {
    this.#options = options;
    const { signal } = options;
    this.#escape = new EscapeKey(
      () => this.#menu !== null,
      () => this.close('back'),
      signal,
    );
    const leave = (event: Event): void => {
      const isOurs = event.target instanceof Node && this.#menu?.contains(event.target) === true;
      const isButton =
        event.target instanceof Node && this.#button?.contains(event.target) === true;
      if (!isOurs && !isButton) this.close();
    };
    for (const type of ['pointerdown', 'scroll', 'resize'] as const) {
      window.addEventListener(type, leave, { capture: true, signal });
    }
  }

  /** Opens it for the invoice of a button; closes it where it was open for that very button. */
  toggle(id: string, button: Element): void {
    const wasOpen = this.#menu !== null && this.#button === button;
    this.close();
    if (wasOpen) return;
    const menu = this.#build(id);
    this.#menu = menu;
    this.#button = button;
    this.#id = id;
    button.setAttribute('aria-expanded', 'true');
    this.#options.document.body.append(menu);
    menu.showPopover();
    place(menu, button);
    this.#items()[0]?.focus({ preventScroll: true });
  }

  /** `back`: a person is done with it, and the keyboard returns to the row. */
  close(how: 'back' | 'away' = 'away'): void {
    if (this.#menu === null) return;
    this.#escape.closed();
    this.#button?.setAttribute('aria-expanded', 'false');
    this.#menu.remove();
    this.#menu = this.#button = null;
    if (how === 'back') this.#options.focus(this.#id);
  }

  #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll('button') ?? [])];
  }

  #build(id: string): HTMLElement {
    const { document, words } = this.#options;
    const menu = document.createElement('div');
    menu.setAttribute(OWN.menu, id);
    menu.setAttribute('role', 'menu');
    menu.setAttribute('aria-label', words.copyOf(id));
    menu.popover = 'manual';
    for (const what of ITEMS) {
      const item = document.createElement('button');
      item.type = 'button';
      item.setAttribute('role', 'menuitem');
      item.setAttribute(OWN.copied, what);
      item.tabIndex = -1;
      item.textContent = words.copyItems[what];
      menu.append(item);
    }
    for (const type of KEPT) menu.addEventListener(type, (event) => this.#hear(event));
    return menu;
  }

  #hear(event: Event): void {
    event.stopPropagation();
    if (!event.isTrusted) return;
    if (event.type === 'keydown') this.#move(event as KeyboardEvent);
    if (event.type !== 'click' || !(event.target instanceof Element)) return;
    const what = ITEMS.find((each) => each === (event.target as Element).getAttribute(OWN.copied));
    if (what === undefined) return;
    const id = this.#id;
    this.close('back');
    this.#options.onChoice(id, what);
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === this.#options.document.activeElement);
    const next = nextItem(event.key, at, items.length);
    if (event.key === 'Tab') this.close('back');
    else if (next === null) return;
    event.preventDefault();
    if (next !== null) items[next]?.focus();
  }
}

function nextItem(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Below its button, or above it where the window ends. */
function place(menu: HTMLElement, button: Element): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + GAP;
  const top = below + height > innerHeight ? Math.max(GAP, at.top - GAP - height) : below;
  const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
  menu.style.setProperty('top', `${String(top)}px`, 'important');
  menu.style.setProperty('left', `${String(left)}px`, 'important');
}
