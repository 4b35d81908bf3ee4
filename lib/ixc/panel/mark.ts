import type { RowState } from '../../messages/panel.ts';
import type { MarkSize } from './placement.ts';
import { OWN } from './selectors.ts';
import type { PanelWords } from './words.ts';

/** One row's mark: the extension's only element in that row. Its id never changes. */
export interface Mark {
  readonly id: string;
  readonly element: HTMLElement;
  /** What it shows now; undefined until the worker has answered. */
  shown: RowState | undefined;
  size: MarkSize;
  /** Where it was put last; asking the DOM for a parent in a thrown-away row is dear. */
  box: Element | null;
}

export interface MarkFactory {
  readonly create: (id: string, state: RowState | undefined, size: MarkSize) => Mark;
  /** Makes a mark show a state. Does nothing when it already does. */
  readonly show: (mark: Mark, state: RowState | undefined, size: MarkSize) => void;
  /** Brings the age in a badge's tooltip up to date. */
  readonly refreshAge: (mark: Mark) => void;
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
  const looks = new Map<string, HTMLElement>();
  const tooltipOf = createTooltips(words, now);

  function clone(id: string, state: RowState | undefined, size: MarkSize): HTMLElement {
    const name = lookOf(state);
    const key = name + size;
    let look = looks.get(key);
    if (!look) {
      look = buildLook(document, words, state);
      setSize(look, size);
      looks.set(key, look);
    }
    const element = look.cloneNode(true) as HTMLElement;
    element.setAttribute(OWN.mark, id);
    const button = element.firstElementChild;
    if (!state || !button) return element;
    if (name === 'send') button.setAttribute('aria-label', `${words.send}, ${words.invoice(id)}`);
    else {
      const group = words.groups[state.group];
      button.setAttribute('aria-label', `${words.open}, ${words.invoice(id)}: ${group}`);
      button.setAttribute('title', tooltipOf(state));
    }
    return element;
  }

  return {
    create(id, state, size) {
      return { id, element: clone(id, state, size), shown: state, size, box: null };
    },
    show(mark, state, size) {
      const { element } = mark;
      if (mark.size !== size) {
        mark.size = size;
        setSize(element, size);
      }
      if (mark.shown === state) return;
      mark.shown = state;
      const isFocused = element.contains(document.activeElement);
      element.replaceChildren(...clone(mark.id, state, size).childNodes);
      if (isFocused) focusMark(mark);
    },
    refreshAge({ element, shown }) {
      if (lookOf(shown) === 'send' || !shown) return;
      element.firstElementChild?.setAttribute('title', tooltipOf(shown));
    },
  };
}

/** Puts the keyboard on a mark's button. */
export function focusMark({ element }: Mark): void {
  element.querySelector('button')?.focus({ preventScroll: true });
}

function setSize(element: HTMLElement, size: MarkSize): void {
  if (size === 'full') element.removeAttribute('data-ixa-size');
  else element.setAttribute('data-ixa-size', size);
}

/** `send`, the group of the charge, or nothing to see: what the clones of one look have in common. */
function lookOf(state: RowState | undefined): 'send' | 'empty' | RowState['group'] {
  if (state?.group === 'unsent') return state.canSend ? 'send' : 'empty';
  return state?.group ?? 'empty';
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
  return mark;
}

/** Group and age in words. Rows answered together have one age, so the last one is kept. */
function createTooltips(words: PanelWords, now: () => number): (state: RowState) => string {
  let lastSeenAt: number | null | undefined;
  let lastMinute = -1;
  let lastAge = '';
  return ({ group, seenAt }) => {
    const time = now();
    const minute = Math.floor(time / 15_000);
    if (seenAt !== lastSeenAt || minute !== lastMinute) {
      lastSeenAt = seenAt;
      lastMinute = minute;
      lastAge = words.seen(seenAt === null ? null : Math.max(0, time - seenAt));
    }
    return `${words.groups[group]}, ${lastAge}`;
  };
}
