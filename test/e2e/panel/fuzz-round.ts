import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';

/** One round of the fuzz: the seed decides what happens in it. */
export interface Round {
  readonly seed: number;
}

/**
 * Plays one round inside the page and says what it was. Self-contained, because it is sent to the page as
 * source text.
 */
export async function playRound({ seed }: Round): Promise<string> {
  const panel = (window as unknown as { __emulator: PanelHook }).__emulator;
  let state = seed + 0x9e3779b9;
  function random(below: number): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;

  const customer = String(1 + random(300));
  const contract = String(2001 + random(250));
  const windows: Record<string, () => unknown> = {
    'open receivables': () => panel.open('fn_areceber'),
    'open customers': () => panel.open('cliente'),
    'open contracts': () => panel.open('cliente_contrato'),
    'open receipts': () => panel.open('fn_areceber_baixas'),
    'open payables over it': () => panel.openOver('fn_apagar'),
    'open receivables over it': () => panel.openOver('fn_areceber'),
    [`open financial of customer ${customer}`]: () => panel.openFinancial(customer),
    [`open financial of contract ${contract}`]: () => panel.openContractFinancial(contract),
    'close the top window': () => {
      if (panel.depth() > 1) panel.closeTop();
    },
  };
  if (panel.grids().length === 0 || random(4) === 0) {
    const name = panel.grids().length === 0 ? 'open receivables' : pick(Object.keys(windows));
    await windows[name]?.();
    return name;
  }

  const grid = pick(panel.grids());
  const isInvoices = grid.includes('areceber');
  const field = isInvoices
    ? pick([
        'fn_areceber.id',
        'fn_areceber.status',
        'fn_areceber.valor',
        'fn_areceber.data_vencimento',
      ])
    : (document.querySelector(`.flexigrid th[abbr]`)?.getAttribute('abbr') ?? '');
  const actions: Record<string, () => unknown> = {
    redraw: () => panel.redraw(grid),
    'redraw three times in one task': () => [1, 2, 3].forEach(() => panel.redraw(grid)),
    reload: () => panel.reload(grid),
    'two reloads at once': () => Promise.all([panel.reload(grid), panel.reload(grid)]),
    sort: () => panel.sort(field, pick(['asc', 'desc'] as const), grid),
    page: () => panel.page(1 + random(3), grid),
    'rows per page': () => panel.rowsPerPage(pick([10, 25, 50]), grid),
    'hide a column': () => (isInvoices ? panel.hideColumn(field, true, grid) : undefined),
    'show a column': () => (isInvoices ? panel.hideColumn(field, false, grid) : undefined),
    'sort while redrawing': async () => {
      const sorted = panel.sort(field, 'asc', grid);
      panel.redraw(grid);
      await sorted;
    },
  };
  const name = pick(Object.keys(actions));
  await actions[name]?.();
  return `${name} in ${grid}`;
}
