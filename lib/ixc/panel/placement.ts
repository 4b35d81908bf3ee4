import { headerWords } from './grid-header.ts';
import { PLACES } from './selectors.ts';

/** `word`: icon and word fit beside IXC's text. `icon`: only the icon does. */
export type MarkSize = 'word' | 'icon';

/** In which column of a grid the marks sit, and how large they may be. */
export interface Placement {
  readonly column: number;
  readonly size: MarkSize;
}

/** Widths in CSS pixels: the widest badge, the icon alone, one digit of IXC's text. */
const WORD = 104;
const ICON = 20;
const DIGIT = 7;

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
    if (column !== -1) candidates.push({ column, room: ICON });
  }

  // Only the id and the status are asked for room: further away a mark is worth less than its word.
  const near = candidates.slice(0, 2);
  const wordy = near.find(({ room }) => room >= WORD);
  if (wordy) return { column: wordy.column, size: 'word' };
  const tight = near.find(({ room }) => room >= ICON) ?? candidates[0];
  return tight ? { column: tight.column, size: 'icon' } : null;
}

/** The box inside a cell that marks go into; null until IXC has wrapped the cell's content. */
export function cellBox(cell: Element | undefined): HTMLElement | null {
  const first = cell?.firstElementChild;
  if (first?.localName === 'div') return first as HTMLElement;
  return cell?.querySelector<HTMLElement>(':scope > div') ?? null;
}

function isHidden(cell: Element): boolean {
  return (cell as HTMLElement).style.display === 'none' || cell.hasAttribute('hidden');
}

function roomIn(cell: Element): number {
  const box = cellBox(cell);
  if (!box) return 0;
  const width = Number.parseFloat(box.style.width);
  if (Number.isNaN(width)) return Number.POSITIVE_INFINITY;
  return width - box.textContent.trim().length * DIGIT;
}
