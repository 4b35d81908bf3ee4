import type { VirtualClock } from '../http/clock.ts';

export interface PanelOptions {
  /** A visitor of `adm.php` is logged in at once, default true; false shows the login. */
  readonly autoLogin?: boolean;
  /** The Content-Security-Policy of the panel's pages; default none. */
  readonly csp?: string | null;
  /** Whether the status column of the Financeiro tabs can be sorted, and so has `abbr`; default false. */
  readonly statusSortable?: boolean;
  /** Rows per page at first; default 25. */
  readonly rowsPerPage?: number;
}

export interface IxcEmulatorOptions {
  /** Civil date that due dates lie around; default: the clock's. */
  readonly today?: string;
  /** Default: one that starts now, or at noon of `today`, and ticks. */
  readonly clock?: VirtualClock;
  /** The same seed gives the same records. Default 1. */
  readonly seed?: number;
  /** Default 300. */
  readonly customers?: number;
  /** Default 3,000, `KNOWN` ones included. */
  readonly invoices?: number;
  /** Webservice token `id:hash`; default `DEFAULT_TOKEN`. */
  readonly token?: string;
  readonly panel?: PanelOptions;
  /** Default: any free ones. */
  readonly ports?: { readonly http?: number; readonly https?: number; readonly control?: number };
}

/** A token as IXC shows it: user id and 64 hexadecimal digits. */
export const DEFAULT_TOKEN = `3:${'fa15e0'.repeat(10)}beef`;

/** The policy of a strict panel, for `PanelOptions.csp`. */
export const STRICT_CSP = "frame-src 'self'; script-src 'self'";
