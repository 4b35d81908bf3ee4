import type { Result } from '../../billing/result.ts';
import type { Transport } from '../../http/transport.ts';
import type { AskPanel } from '../../ixc/session/client.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { Settings } from '../../settings/settings.ts';

/** What the sources of IXC facts need from outside. */
export interface IxcSourcePorts {
  readonly ledger: LedgerDatabase;
  readonly readSettings: () => Promise<Settings>;
  /** ms since the epoch. */
  readonly now: () => number;
  /** The panel's webservice token; null when there is none. */
  readonly token: (origin: string) => Promise<Result<string | null, 'locked'>>;
  /** The worker's own way to that origin and no other. */
  readonly direct: (origin: string) => Transport;
  /** The same through a document of the extension; null where the browser has none (Firefox). */
  readonly document: ((origin: string) => Transport) | null;
  /** Asks an open tab of the panel. */
  readonly ask: (origin: string) => AskPanel;
  readonly hasTab: (origin: string) => Promise<boolean>;
  /** False only when the browser is sure that there is no network. */
  readonly isOnline: () => boolean;
  /** Waits between two tries of one reading, ms. */
  readonly sleep?: (ms: number) => Promise<void>;
}
