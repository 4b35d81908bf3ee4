import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';
import type { Round } from './fuzz-round.ts';

/**
 * The rules that hold after every round, checked inside the page; one line for each that broke.
 * Self-contained, because it is sent to the page as source text.
 */
export async function findBrokenRules({ seed }: Round): Promise<string[]> {
  const panel = (window as unknown as { __emulator: PanelHook }).__emulator;
  const broken: string[] = [];
  const rule = (holds: boolean, what: string) => {
    if (!holds && broken.length < 12) broken.push(`  ${what}`);
  };
  const MARK = '[data-ixa-invoice]';
  // The main list of the older generation is known by its title only.
  const holdsInvoices = (table: HTMLTableElement) =>
    table.matches('table[data-nome="fn_areceber"], table[id$="_rel_areceber"]') ||
    (table.id === 'grid_1' &&
      table.closest('.flexigrid')?.querySelector('.ftitle')?.textContent === 'Contas a receber');
  // One task later: whatever reacts to the redraw has done so.
  await new Promise((resolve) => setTimeout(resolve));

  const shown = (cell: Element) => cell.getBoundingClientRect().width > 0;
  const left = (cell: Element) => Math.round(cell.getBoundingClientRect().x);
  const tables = [...document.querySelectorAll<HTMLTableElement>('.bDiv > table')];
  let inRows = 0;

  for (const table of tables) {
    const name = table.dataset['nome'] ?? table.id;
    const isInvoices = holdsInvoices(table);
    for (const row of table.rows) {
      const id = row.id.slice('row'.length);
      const marks = [...row.querySelectorAll<HTMLElement>(MARK)];
      inRows += marks.length;
      rule(marks.length === (isInvoices ? 1 : 0), `${name} row ${id}: ${marks.length} marks`);
      for (const mark of marks) {
        rule(
          mark.dataset['ixaInvoice'] === id,
          `${name} row ${id}: mark of ${mark.dataset['ixaInvoice'] ?? ''}`,
        );
        rule(
          mark.parentElement?.parentElement?.localName === 'td',
          `${name} row ${id}: not in td > div`,
        );
        rule(mark.textContent === '', `${name} row ${id}: text in the cell`);
        const buttons = mark.querySelectorAll('[data-ixa-action]').length;
        const others = mark.querySelectorAll('button').length - buttons;
        rule(buttons <= 1, `${name} row ${id}: ${buttons} buttons`);
        rule(others <= buttons, `${name} row ${id}: ${others} buttons that copy`);
        const cell = mark.parentElement;
        if (buttons === 0 || !cell || !shown(cell)) continue;
        const overflow = mark.getBoundingClientRect().right - cell.getBoundingClientRect().right;
        rule(
          overflow <= 1,
          `${name} row ${id}: ${Math.round(overflow)} px of the mark are cut off`,
        );
      }
    }

    const heads = [...(table.closest('.flexigrid')?.querySelectorAll('.hDiv th') ?? [])];
    const first = table.rows[0];
    if (!first || !shown(table)) continue;
    const cells = [...first.cells];
    rule(heads.length === cells.length, `${name}: ${heads.length} headers, ${cells.length} cells`);
    const edges = [heads, cells].map((all) => all.filter(shown).map(left).join());
    rule(edges[0] === edges[1], `${name}: header at ${edges[0] ?? ''}, body at ${edges[1] ?? ''}`);
  }
  const everywhere = document.querySelectorAll(MARK).length;
  rule(everywhere === inRows, `${everywhere - inRows} marks outside the grids`);

  const top = tables.filter((table) => holdsInvoices(table) && shown(table)).at(-1);
  const row = top?.rows[seed % Math.max(top.rows.length, 1)];
  if (!row) return broken;

  const plain = [...row.cells].findLast(shown);
  const wasSelected = row.classList.contains('trSelected');
  const isSelected = () => row.classList.contains('trSelected') !== wasSelected;
  plain?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  rule(isSelected(), `row ${row.id}: a click did not select`);
  plain?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  rule(!isSelected(), `row ${row.id}: a second click did not unselect`);

  const button = row.querySelector(`${MARK} button`);
  const before = panel.counts();
  for (const type of ['mousedown', 'mouseup', 'click', 'dblclick']) {
    button?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  }
  const after = panel.counts();
  rule(after.clicks === before.clicks, `row ${row.id}: it heard a click on the button`);
  rule(after.doubleClicks === before.doubleClicks, `row ${row.id}: it heard a double click on it`);
  rule(!document.querySelector('iframe[data-ixa-drawer]'), 'a script opened the drawer');

  if (seed % 5 === 0) {
    const depth = panel.depth();
    plain?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    rule(
      panel.counts().doubleClicks === before.doubleClicks + 1,
      `row ${row.id}: a double click was not heard`,
    );
    for (let wait = 0; wait < 200 && panel.depth() === depth; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    rule(panel.depth() === depth + 1, `row ${row.id}: a double click opened nothing`);
    panel.closeTop();
  }
  return broken;
}
