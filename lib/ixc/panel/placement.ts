import { headerWords } from './grid-header.ts';
import { OWN, PLACES } from './selectors.ts';

/** In which column of a grid the marks sit, and how much room its first row leaves for one. */
export interface Placement {
  readonly column: number;
  /** CSS pixels, margin included. */
  readonly room: number;
}

/** Of one digit of IXC's text, and of the icon and the padding of its badges. */
const DIGIT = 7;
const BADGE = 26;
/** Where no inline width says anything: enough for every word, until it is measured. */
const UNKNOWN = 200;
/** Room for a short word: with less the next place is tried. */
const WORTHWHILE = 60;

/**
 * Chooses the cell for the marks of a grid from one of its rows. The inner `div` of a cell has a fixed
 * inline width and clips what is wider, so the room left beside the text decides. Only inline styles
 * are read: asking for computed ones would force a layout in the middle of IXC's redraw. What it comes
 * to in truth is measured before the next frame, see `measuredRoom`.
 */
export function placementFor(table: HTMLTableElement, row: Element): Placement | null {
  const cells = [...row.children];
  let headers: readonly string[] | null = null;
  const candidates: Placement[] = [];

  for (const place of PLACES) {
    let column = cells.findIndex((cell) => cell.getAttribute('abbr') === place.abbr);
    if (column === -1) column = (headers ??= headerWords(table)).indexOf(place.header);
    const cell = cells[column];
    if (cell && !isHidden(cell)) candidates.push({ column, room: roomIn(cellBox(cell)) });
  }
  if (candidates.length === 0) {
    const column = cells.findIndex(
      (cell) => !isHidden(cell) && cellBox(cell) !== null && !cell.querySelector('input'),
    );
    if (column !== -1) candidates.push({ column, room: 0 });
  }
  return candidates.find(({ room }) => room >= WORTHWHILE) ?? roomiest(candidates) ?? null;
}

function roomiest<T extends { readonly room: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best && best.room >= one.room ? best : one),
    undefined,
  );
}

/** The box inside a cell that marks go into; null until IXC has wrapped the cell's content. */
export function cellBox(cell: Element | null): Element | null {
  let box = cell?.firstElementChild ?? null;
  while (box && box.localName !== 'div') box = box.nextElementSibling;
  return box;
}

/** The cell of a row at a column, counted from 0. */
export function cellAt(row: Element, column: number): Element | null {
  let cell = column < 0 ? null : row.firstElementChild;
  for (let index = 0; index < column && cell; index += 1) cell = cell.nextElementSibling;
  return cell;
}

/** Pixels beside the text of a box, from its inline width and the length of its text. */
export function roomIn(box: Element | null): number {
  if (!box) return 0;
  if (!hasOwnWidth(box)) return UNKNOWN;
  const width = Number.parseFloat((box as HTMLElement).style.width);
  const around = box.querySelector(`:scope > :not([${OWN.mark}])`) ? BADGE : 0;
  return width - around - box.textContent.trim().length * DIGIT;
}

/** The same, measured, NaN for what is not displayed: costs a layout, so it waits for the next frame. */
export function measuredRoom(box: Element, mark: Element): number {
  const range = box.ownerDocument.createRange();
  range.setStart(box, 0);
  range.setEndBefore(mark);
  const text = range.getBoundingClientRect();
  return text.width === 0 ? Number.NaN : innerRight(box) - text.right;
}

/** True when a part of the mark is outside the box it sits in. */
export function isCut(box: Element, mark: Element): boolean {
  return mark.getBoundingClientRect().right > innerRight(box) + 1;
}

/** Whether a box says by itself how wide it is, so that its room can be estimated. */
export function hasOwnWidth(box: Element): boolean {
  return (box as HTMLElement).style.width !== '';
}

function innerRight(box: Element): number {
  const padding = Number.parseFloat(getComputedStyle(box).paddingRight);
  return box.getBoundingClientRect().right - (Number.isNaN(padding) ? 0 : padding);
}

function isHidden(cell: Element): boolean {
  return (cell as HTMLElement).style.display === 'none' || cell.hasAttribute('hidden');
}
