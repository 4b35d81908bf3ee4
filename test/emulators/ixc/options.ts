import type { VirtualClock } from '../http/clock.ts';
import type { PanelOptions } from './panel/panel-options.ts';

export type { PanelOptions } from './panel/panel-options.ts';

/** What `action=recupera` gives under the operator's session. */
export interface SessionReading {
  /** Whole records, those that do not name their id, without columns that charging needs, or a refusal. Default `ok`. */
  readonly reads: 'ok' | 'without-id' | 'missing-columns' | 'off';
  /** As a form shows them (dd/mm/aaaa, comma), or as the database keeps them. Default `brazilian`. */
  readonly values: 'brazilian' | 'iso';
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
  readonly session?: Partial<SessionReading>;
  /**
   * Origins that this panel is reached under besides the usual ones, each served on a port of its own:
   * `https://203.0.113.10:8443`, `http://192.168.88.10`. See `IxcEmulator.origins`.
   */
  readonly origins?: readonly string[];
  /** Default: any free ones. */
  readonly ports?: { readonly http?: number; readonly https?: number; readonly control?: number };
}

/** A token as IXC shows it: user id and 64 hexadecimal digits. */
export const DEFAULT_TOKEN = `3:${'fa15e0'.repeat(10)}beef`;

/** The policy of a strict panel, for `PanelOptions.csp`. */
export const STRICT_CSP = "frame-src 'self'; script-src 'self'";
