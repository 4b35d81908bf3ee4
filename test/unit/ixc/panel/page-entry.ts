/** The modules that the DOM tests run inside a page. */
export { SELECTORS } from '../../../../lib/ixc/panel/selectors.ts';
export { invoiceRows } from '../../../../lib/ixc/panel/invoice-grid.ts';
export { placementFor } from '../../../../lib/ixc/panel/placement.ts';
export { startPanel } from '../../../../lib/ixc/panel/panel.ts';
export { readWords } from '../../../../lib/ixc/panel/words.ts';
