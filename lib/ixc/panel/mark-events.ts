import type { GridMarks } from './grid-marks.ts';
import type { Mark } from './mark.ts';
import { OWN } from './selectors.ts';

const KEPT = ['click', 'dblclick', 'mousedown', 'mouseup', 'keydown'] as const;

export interface MarkEventHandlers {
  /**
   * A person pressed the button of a mark that still sits in its own row. `isCertain`: pointer or key went
   * down on that very mark. Assistive technology presses without either, and so does a key that the page
   * turned towards the button by moving the focus.
   */
  readonly onPress: (mark: Mark, isCertain: boolean) => void;
  /** The same for the button that copies, or an arrow down on either: its menu is wanted. */
  readonly onMenu: (mark: Mark, button: Element) => void;
  /** The row under the button is another invoice than the button says: nothing is done but painting. */
  readonly onMismatch: () => void;
  /** The pointer or the focus came to a mark. */
  readonly onApproach: (mark: Mark) => void;
}

/**
 * Keeps the events of a grid's marks from its rows, where a click selects and a double click opens the
 * form, and turns a person's press into `onPress`. One set of capturing listeners on the table serves
 * all rows and stops an event before any of them hears it. Events made by scripts of the page start
 * nothing.
 */
export function listenToMarks(
  marks: GridMarks,
  handlers: MarkEventHandlers,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  let pressed: Mark | null = null;

  function handle(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const mark = target && marks.markOf(target);
    if (!mark) return;
    if (event instanceof KeyboardEvent && isForThePage(event)) return;
    event.stopPropagation();
    if (!event.isTrusted) return;
    if (isPressing(event)) pressed = mark;
    const copy = mark.element.querySelector(`[${OWN.copy}]`);
    if (copy && isArrowDown(event)) {
      // The page would scroll.
      event.preventDefault();
      if (marks.isTrue(mark)) handlers.onMenu(mark, copy);
      return;
    }
    const isCopy = copy?.contains(target) === true;
    if (event.type !== 'click' || !(isCopy || target.closest(`[${OWN.action}]`))) return;

    // A redraw between press and release can bring another row under the pointer. Keyboards have no detail.
    const isCertain = pressed === mark;
    pressed = null;
    if (!isCertain && (event as MouseEvent).detail !== 0) return;
    if (!marks.isTrue(mark)) handlers.onMismatch();
    else if (!isCopy) handlers.onPress(mark, isCertain);
    // The second click of a double click would close what the first one opened.
    else if ((event as MouseEvent).detail < 2) handlers.onMenu(mark, copy);
  }

  function approach(event: Event): void {
    const mark = event.target instanceof Element && marks.markOf(event.target);
    if (mark) handlers.onApproach(mark);
  }

  for (const type of KEPT) marks.table.addEventListener(type, handle, options);
  for (const type of ['mouseover', 'focusin']) {
    marks.table.addEventListener(type, approach, options);
  }
}

function isPressing(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'Enter' || event.key === ' ';
  return event.type === 'mousedown';
}

function isArrowDown(event: Event): boolean {
  return event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'ArrowDown';
}

/** Escape closes IXC's window, and combinations are its shortcuts. */
function isForThePage(event: KeyboardEvent): boolean {
  return event.key === 'Escape' || event.ctrlKey || event.altKey || event.metaKey;
}
