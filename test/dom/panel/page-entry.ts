/** The modules that the DOM tests run inside a page. */
export { SELECTORS } from '../../../lib/ixc/panel/selectors.ts';
export { readGrid } from '../../../lib/ixc/panel/invoice-grid.ts';
export { placementFor } from '../../../lib/ixc/panel/placement.ts';
export { startPanel } from '../../../lib/ixc/panel/panel.ts';
export { readWords } from '../../../lib/ixc/panel/words.ts';
export { isShownOpen } from '../../../lib/ixc/panel/shown-open.ts';
export { createFaturaReader } from '../../../lib/ixc/panel/bills-by-fatura.ts';
export { answerAsk, isAsk } from '../../../lib/ixc/panel/answers.ts';
export { selectorCounts } from '../../../lib/ixc/panel/diagnosis/diagnose.ts';
