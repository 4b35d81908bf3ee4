import type { PanelDiagnosis } from '../../../lib/messages/panel.ts';

/** What every grid of IXC has around its rows. */
const OF_A_GRID = ['gridTable', 'gridBody', 'headerCell'];
/** By how its rows were recognised: what recognised them must be there. */
const OF_RECOGNISED: Readonly<Record<string, readonly string[]>> = {
  abbr: ['namedCell', 'idCell'],
  'row-key': ['invoiceTable'],
  header: ['headerCell'],
  none: [],
};

/** The selectors that find nothing although what is on the page says that they should. */
export function missingSelectors({ selectors, grids }: PanelDiagnosis): readonly string[] {
  const expected = new Set([
    ...(grids.length > 0 ? OF_A_GRID : []),
    ...grids.filter(({ rows }) => rows > 0).flatMap(({ by }) => OF_RECOGNISED[by] ?? []),
  ]);
  return [...expected].filter((name) => selectors[name] === 0);
}
