import type { RowState } from '../../messages/panel.ts';
import type { MarkSize } from './placement.ts';
import { OWN } from './selectors.ts';
import type { PanelWords } from './words.ts';

/** One row's mark: the extension's only element in that row. Its id never changes. */
export interface Mark {
  /** Puts the keyboard back on the row's button. */
  readonly focus: () => void;
  readonly id: string;
  readonly element: HTMLElement;
  /** What it shows now; undefined until the worker has answered. */
  shown: RowState | undefined;
  size: MarkSize;
  /** The last pass that found a row for it. */
  pass: number;
}

export interface MarkFactory {
  /** A mark that shows nothing yet. */
  readonly create: (id: string) => Mark;
  /** Makes a mark show a state. Does nothing when it already does. */
  readonly show: (mark: Mark, state: RowState | undefined, size: MarkSize) => void;
  /** Brings the age in a badge's tooltip up to date. */
  readonly refreshAge: (mark: Mark) => void;
}

/**
 * Builds marks by cloning one prepared button per look. Nothing in a mark is a text node: the words are
 * drawn by the style sheet from `data-ixa-word`, so that IXC's exports, copies and scripts that read
 * the cell's text find exactly what IXC wrote.
 */
export function createMarkFactory(
  document: Document,
  words: PanelWords,
  now: () => number,
): MarkFactory {
  const shell = document.createElement('span');
  const looks = new Map<string, HTMLButtonElement>();

  function look(action: 'send' | 'open', group: RowState['group']): HTMLButtonElement {
    const known = looks.get(group);
    if (known) return known;
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute(OWN.action, action);
    if (action === 'send') {
      button.title = words.send;
      button.setAttribute('data-ixa-word', words.sendShort);
    } else {
      const badge = document.createElement('span');
      badge.setAttribute(OWN.status, group);
      badge.setAttribute('data-ixa-word', words.groups[group]);
      button.append(badge);
    }
    looks.set(group, button);
    return button;
  }

  function tooltip(state: RowState): string {
    const age = state.seenAt === null ? null : Math.max(0, now() - state.seenAt);
    return `${words.groups[state.group]}, ${words.seen(age)}`;
  }

  function button(id: string, state: RowState): HTMLButtonElement | null {
    if (state.group === 'unsent') {
      if (!state.canSend) return null;
      const send = look('send', 'unsent').cloneNode(true) as HTMLButtonElement;
      send.setAttribute('aria-label', `${words.send}, ${words.invoice(id)}`);
      return send;
    }
    const open = look('open', state.group).cloneNode(true) as HTMLButtonElement;
    open.setAttribute(
      'aria-label',
      `${words.open}, ${words.invoice(id)}: ${words.groups[state.group]}`,
    );
    open.firstElementChild?.setAttribute('title', tooltip(state));
    return open;
  }

  return {
    create(id) {
      const element = shell.cloneNode() as HTMLElement;
      element.setAttribute(OWN.mark, id);
      const focus = (): void => element.querySelector('button')?.focus({ preventScroll: true });
      return { id, element, focus, shown: undefined, size: 'full', pass: 0 };
    },
    show(mark, state, size) {
      if (mark.size !== size) {
        mark.size = size;
        if (size !== 'full') mark.element.setAttribute('data-ixa-size', size);
        else mark.element.removeAttribute('data-ixa-size');
      }
      if (mark.shown === state) return;
      mark.shown = state;
      const next = state && button(mark.id, state);
      const focused = mark.element.contains(document.activeElement);
      if (next) mark.element.replaceChildren(next);
      else mark.element.replaceChildren();
      if (focused) next?.focus({ preventScroll: true });
    },
    refreshAge(mark) {
      if (mark.shown === undefined) return;
      const badge = mark.element.querySelector(`[${OWN.status}]`);
      badge?.setAttribute('title', tooltip(mark.shown));
    },
  };
}
