import type { RowState } from '../../messages/panel.ts';
import { OWN } from './selectors.ts';
import { createTooltips } from './tooltips.ts';
import { createWordWidths } from './word-width.ts';
import type { PanelWords } from './words.ts';

/** One row's mark: the extension's only element in that row. Its id never changes. */
export interface Mark {
  readonly id: string;
  readonly element: HTMLElement;
  /** What it shows now; undefined until the worker has answered. */
  shown: RowState | undefined;
  /** Pixels that its cell leaves for it: a word that does not fit is left out, never cut. */
  room: number;
  /** Where it was put last; asking the DOM for a parent in a thrown-away row is dear. */
  box: Element | null;
}

/** `send`, the group of the charge, or nothing to see: what a mark looks like whoever's it is. */
export type Look = 'send' | 'empty' | RowState['group'];

export interface MarkFactory {
  readonly create: (id: string, state: RowState | undefined, room: number) => Mark;
  /** Makes a mark show a state. A button stays the same node as long as it looks the same. */
  readonly show: (mark: Mark, state: RowState | undefined, room: number) => void;
  /** Brings the age in a badge's tooltip up to date. */
  readonly refreshAge: (mark: Mark) => void;
}

/** Groups of charges that can be paid, and so copied. */
const PAYABLE: ReadonlySet<Look> = new Set<Look>(['open', 'overdue', 'clearing']);
/** What the copy button takes beside a mark, and an icon alone with its margin. Pixels. */
const COPY = 18;
const ICON = 20;

/** What a state looks like. */
export function lookOf(state: RowState | undefined): Look {
  if (state?.group === 'unsent') return state.canSend ? 'send' : 'empty';
  return state?.group ?? 'empty';
}

/**
 * Builds marks by cloning one prepared mark per look. Nothing in a mark is a text node: the words are
 * drawn by the style sheet from `data-ixa-word`, so that IXC's exports, copies and scripts that read
 * the cell's text find exactly what IXC wrote.
 */
export function createMarkFactory(
  document: Document,
  words: PanelWords,
  now: () => number,
): MarkFactory {
  const looks = new Map<Look, HTMLElement>();
  const tooltipOf = createTooltips(words, now);
  const widthOf = createWordWidths(document);

  function clone(id: string, state: RowState | undefined): HTMLElement {
    const name = lookOf(state);
    let look = looks.get(name);
    if (!look) {
      look = buildLook(document, words, state);
      looks.set(name, look);
    }
    const element = look.cloneNode(true) as HTMLElement;
    element.setAttribute(OWN.mark, id);
    const button = element.firstElementChild;
    if (!state || !button) return element;
    if (name === 'send') button.setAttribute('aria-label', `${words.send}, ${words.invoice(id)}`);
    else {
      tell(element, id, state);
      button.nextElementSibling?.setAttribute('aria-label', words.copyOf(id));
    }
    return element;
  }

  /** What a badge says beside its word: the age, and a due date that IXC has alone. */
  function tell(element: HTMLElement, id: string, state: RowState): void {
    const button = element.firstElementChild;
    const { group, ixcStill } = state;
    const name = `${words.open}, ${words.invoice(id)}: ${words.groups[group]}`;
    const still = ixcStill === undefined ? '' : `. ${words.ixcStill(ixcStill)}`;
    button?.setAttribute('aria-label', name + still);
    button?.setAttribute('title', tooltipOf(state));
    element.toggleAttribute(OWN.still, ixcStill !== undefined);
  }

  /**
   * An icon without its word is still named by its tooltip and for those who hear it. The word gives way to
   * the copy button, and that to the icon.
   */
  function fit(element: HTMLElement, look: Look, room: number): void {
    if (look === 'empty') return;
    const isTight = PAYABLE.has(look) && room < ICON + COPY;
    const taken = PAYABLE.has(look) && !isTight ? COPY : 0;
    const isWide = widthOf(look === 'send' ? words.sendShort : words.groups[look]) + taken > room;
    if (isWide !== element.hasAttribute(OWN.small)) element.toggleAttribute(OWN.small, isWide);
    if (isTight !== element.hasAttribute(OWN.tight)) element.toggleAttribute(OWN.tight, isTight);
  }

  function refreshAge({ id, element, shown }: Mark): void {
    const look = lookOf(shown);
    if (shown && look !== 'send' && look !== 'empty') tell(element, id, shown);
    else element.removeAttribute(OWN.still);
  }

  return {
    create(id, state, room) {
      const element = clone(id, state);
      fit(element, lookOf(state), room);
      return { id, element, shown: state, room, box: null };
    },
    show(mark, state, room) {
      const { element, shown } = mark;
      const look = lookOf(state);
      if (shown === state && mark.room === room) return;
      mark.shown = state;
      mark.room = room;
      if (lookOf(shown) !== look) {
        const focused = element.contains(document.activeElement) ? document.activeElement : null;
        element.replaceChildren(...clone(mark.id, state).childNodes);
        refreshAge(mark);
        if (focused) focusMark(mark, focused.hasAttribute(OWN.copy) ? 'copy' : 'action');
      } else if (shown?.seenAt !== state?.seenAt || shown?.ixcStill !== state?.ixcStill)
        refreshAge(mark);
      fit(element, look, room);
    },
    refreshAge,
  };
}

/** Puts the keyboard on a mark's button, or on the one that copies where it has such a one. */
export function focusMark({ element }: Mark, which: 'action' | 'copy' = 'action'): void {
  const buttons = element.querySelectorAll('button');
  const isTight = element.hasAttribute(OWN.tight);
  const button = which === 'copy' && !isTight ? (buttons[1] ?? buttons[0]) : buttons[0];
  button?.focus({ preventScroll: true });
}

function buildLook(
  document: Document,
  words: PanelWords,
  state: RowState | undefined,
): HTMLElement {
  const mark = document.createElement('span');
  mark.setAttribute(OWN.mark, '');
  const look = lookOf(state);
  if (!state || look === 'empty') return mark;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute(OWN.action, look === 'send' ? 'send' : 'open');
  mark.append(button);
  if (look === 'send') {
    button.title = words.send;
    button.setAttribute('data-ixa-word', words.sendShort);
    return mark;
  }
  const badge = document.createElement('span');
  badge.setAttribute(OWN.status, state.group);
  badge.setAttribute('data-ixa-word', words.groups[state.group]);
  button.append(badge);
  if (PAYABLE.has(look)) mark.append(copyButton(document));
  return mark;
}

function copyButton(document: Document): HTMLElement {
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.setAttribute(OWN.copy, '');
  copy.setAttribute('aria-haspopup', 'menu');
  copy.setAttribute('aria-expanded', 'false');
  return copy;
}
