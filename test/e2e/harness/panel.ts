import { PANEL_ORIGIN } from './routes.ts';
import type { Surface } from './surface.ts';

/** Which panel a tab shows. */
export interface PanelSite {
  readonly origin: string;
}

/** The invented provider's panel, by its name. */
export const MAIN_SITE: PanelSite = { origin: PANEL_ORIGIN };

/** Rows of the topmost grid, in either generation. */
export const GRID_ROW = '.bDiv table tbody tr';

/** What an operator does in the panel with the extension's marks, in either browser. */
export interface Panel {
  /** Opens `adm.php` and the Contas a receber list, whatever its marks say. */
  openPage(): Promise<void>;
  /** Opens `adm.php` and the Contas a receber list, and waits for the first marks. */
  openReceivables(): Promise<void>;
  /** Opens a customer's window at its Financeiro tab. */
  openFinancial(customerId: string): Promise<void>;
  /** Opens a contract's window at its financial tab. */
  openContractFinancial(contractId: string): Promise<void>;
  /** Waits until the row's mark offers to send. */
  waitForSendButton(invoiceId: string): Promise<void>;
  /** Waits until the row's badge shows the group. */
  waitForStatus(invoiceId: string, group: string, timeout?: number): Promise<void>;
  /** Every mark on screen, in document order. */
  marks(): Promise<readonly Mark[]>;
  /** Every row of the grids that have marks, in document order. */
  markedRows(): Promise<readonly MarkedRow[]>;
  /** Clicks the row's button, whichever it is, and gives the drawer once it shows the invoice. */
  openDrawer(invoiceId: string): Promise<Surface>;
  closeDrawer(): Promise<void>;
}

/** One mark as the page shows it. */
export interface Mark {
  readonly id: string;
  /** What the row says its record is. */
  readonly rowId: string;
  /** `data-nome` or `id` of the grid's table. */
  readonly table: string;
  readonly action: string | null;
  readonly status: string | null;
  readonly label: string | null;
}

/** A row of a grid that has marks. */
export interface MarkedRow {
  /** What the row says its record is. */
  readonly id: string;
  /** The invoices of its marks: one, its own, if all is well. */
  readonly marks: readonly string[];
}

/** Runs in the page. */
export function readMarkedRows(): MarkedRow[] {
  const rows = document.querySelectorAll('table:has([data-ixa-invoice]) > tbody > tr');
  return [...rows].map((row) => ({
    id: row.getAttribute('data-valorcampoautoincrement') ?? row.id.replace('row', ''),
    marks: [...row.querySelectorAll('[data-ixa-invoice]')].map(
      (mark) => mark.getAttribute('data-ixa-invoice') ?? '',
    ),
  }));
}

/** Runs in the page. */
export function readMarks(): Mark[] {
  return [...document.querySelectorAll('[data-ixa-invoice]')].map((mark) => {
    const row = mark.closest('tr');
    const table = mark.closest('table');
    const button = mark.querySelector('[data-ixa-action]');
    return {
      id: mark.getAttribute('data-ixa-invoice') ?? '',
      // Generation A names the record by the row's id alone.
      rowId: row?.getAttribute('data-valorcampoautoincrement') ?? row?.id.replace('row', '') ?? '',
      table: table?.getAttribute('data-nome') ?? table?.id ?? '',
      action: button?.getAttribute('data-ixa-action') ?? null,
      status: mark.querySelector('[data-ixa-status]')?.getAttribute('data-ixa-status') ?? null,
      label: button?.getAttribute('aria-label') ?? null,
    };
  });
}

/** The button of a row, by its invoice. */
export function buttonOf(invoiceId: string): string {
  return `[data-ixa-invoice="${invoiceId}"] [data-ixa-action]`;
}

/** The badge of a row, by its invoice and group. */
export function badgeOf(invoiceId: string, group: string): string {
  return `[data-ixa-invoice="${invoiceId}"] [data-ixa-status="${group}"]`;
}

/** What the emulated panel offers to tests: see its `assets/main.js`. */
export interface PanelScript {
  openFinancial(customerId: string): Promise<void>;
  openContractFinancial(contractId: string): Promise<void>;
  rowsPerPage(rows: number): Promise<void>;
}
