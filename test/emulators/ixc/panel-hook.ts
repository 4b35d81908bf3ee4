/**
 * What the emulated panel offers to tests as `window.__emulator`: the moves of an operator, as promises
 * that resolve once the page shows them, in either generation. A grid's `name` is its path in a main list (`fn_areceber`) and
 * `<form>_<path>` in a tab; without one the topmost grid is meant.
 */
export interface PanelHook {
  /** Opens a main list in place of everything that is open. */
  open(path: string): Promise<void>;
  /** Opens a main list over everything that is open; its window bears the ids of any other main list. */
  openOver(path: string): Promise<void>;
  openForm(name: string, id: string): Promise<void>;
  /** The customer's window at its Financeiro tab. */
  openFinancial(customerId: string): Promise<void>;
  /** The contract's window at its first tab. Contract 2001 belongs to customer 1. */
  openContract(contractId: string): Promise<void>;
  /** The contract's window at its Financeiro tab, or at Faturas where the panel bills by fatura. */
  openContractFinancial(contractId: string): Promise<void>;
  /** A tab of the topmost form, from 1. */
  showTab(number: number): Promise<void>;
  closeTop(): void;
  /** Windows that are open. */
  depth(): number;
  /** Asks the server again. */
  reload(name?: string): Promise<void>;
  /** Draws the last answer once more, without the server. */
  redraw(name?: string): void;
  /** `field` as `table.column`; without an order it flips. */
  sort(field: string, order?: 'asc' | 'desc', name?: string): Promise<void>;
  page(number: number, name?: string): Promise<void>;
  rowsPerPage(rows: number, name?: string): Promise<void>;
  hideColumn(field: string, hidden: boolean, name?: string): void;
  /** Ids of the selected rows. */
  selected(name?: string): string[];
  /** Names of the grids on screen, the topmost last. */
  grids(): string[];
  /** Row events since the page was opened. */
  counts(): { clicks: number; doubleClicks: number };
}
