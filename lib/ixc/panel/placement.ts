import { headerWords } from './grid-header.ts';
import { OWN, PLACES } from './selectors.ts';

/** How much of a mark is shown: `full`; as wide as so many pixels, the word cut with an ellipsis; `icon` alone. */
export type MarkSize = 'full' | '92' | '80' | '68' | '56' | '44' | 'icon';

/** In which column of a grid the marks sit, and how large they may be. */
export interface Placement {
  readonly column: number;
  readonly size: MarkSize;
}

/** The least room for each size in CSS pixels, margin included, widest first. The style sheet cuts at the same widths. */
const SIZES: readonly (readonly [MarkSize, number])[] = [
  ['full', 108],
  ['92', 97],
  ['80', 85],
  ['68', 73],
  ['56', 61],
  ['44', 49],
  ['icon', 20],
];
/** Of one digit of IXC's text, and of the icon and the padding of its badges. */
const DIGIT = 7;
const BADGE = 26;
/** Room for the start of a word: with less the next place is tried. */
const WORTHWHILE = 49;

/**
 * Chooses the cell for the marks of a grid from one of its rows. The inner `div` of a cell has a fixed
 * inline width and clips what is wider, so the room left beside the text decides. Only inline styles
 * are read: asking for computed ones would force a layout in the middle of IXC's redraw.
 */
export function placementFor(table: HTMLTableElement, row: Element): Placement | null {
  const cells = [...row.children];
  let headers: readonly string[] | null = null;
  const candidates: { column: number; room: number }[] = [];

  for (const place of PLACES) {
    let column = cells.findIndex((cell) => cell.getAttribute('abbr') === place.abbr);
    if (column === -1) column = (headers ??= headerWords(table)).indexOf(place.header);
    const cell = cells[column];
    if (cell && !isHidden(cell)) candidates.push({ column, room: roomIn(cell) });
  }
  if (candidates.length === 0) {
    const column = cells.findIndex(
      (cell) => !isHidden(cell) && cellBox(cell) !== null && !cell.querySelector('input'),
    );
    if (column !== -1) candidates.push({ column, room: 0 });
  }

  const best = candidates.find(({ room }) => room >= WORTHWHILE) ?? roomiest(candidates);
  return best ? { column: best.column, size: sizeFor(best.room) } : null;
}

function roomiest<T extends { readonly room: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best && best.room >= one.room ? best : one),
    undefined,
  );
}

function sizeFor(room: number): MarkSize {
  return SIZES.find(([, least]) => room >= least)?.[0] ?? 'icon';
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

function isHidden(cell: Element): boolean {
  return (cell as HTMLElement).style.display === 'none' || cell.hasAttribute('hidden');
}

function roomIn(cell: Element): number {
  const box = cellBox(cell);
  if (!box) return 0;
  const width = Number.parseFloat((box as HTMLElement).style.width);
  if (Number.isNaN(width)) return Number.POSITIVE_INFINITY;
  const around = box.querySelector(`:scope > :not([${OWN.mark}])`) ? BADGE : 0;
  return width - around - box.textContent.trim().length * DIGIT;
}
