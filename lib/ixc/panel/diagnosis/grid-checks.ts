import type { GridCheck } from '../../../messages/panel.ts';
import { readGrid } from '../invoice-grid.ts';
import { OWN, SELECTORS } from '../selectors.ts';
import { mask } from './mask.ts';

const MOST = 40;

/** Every grid of the page as the detection sees it now, whether it holds invoices or not. */
export function gridChecks(document: Document): readonly GridCheck[] {
  return [...document.querySelectorAll('table')]
    .filter((table) => table.matches(SELECTORS.gridTable) || table.querySelector(SELECTORS.gridRow))
    .slice(0, MOST)
    .map((table) => {
      const reading = readGrid(table);
      return {
        table: mask(table.dataset['nome'] ?? table.id),
        rows: table.rows.length,
        marked: table.querySelectorAll(`[${OWN.mark}]`).length,
        by: reading?.by ?? 'none',
        disagreeing: reading?.disagreeing ?? 0,
      };
    });
}
