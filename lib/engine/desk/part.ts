import type { DrawerRequest } from '../../messages/drawer.ts';
import type { DeskSnapshot } from '../../messages/drawer-desk.ts';
import type { Settings } from '../../settings/settings.ts';
import type { InvoiceStanding } from '../drawer/standing.ts';
import type { Runner } from '../outbox/runner.ts';
import type { EnginePorts } from '../ports.ts';
import type { Gathered } from '../send/gather.ts';
import type { ActAbout } from './acts/pending.ts';
import type { MessagePorts } from './message/ports.ts';

/** What the drawer of one invoice lends to each part of the desk. */
export interface DeskContext {
  readonly engine: EnginePorts;
  readonly runner: Runner;
  readonly origin: string;
  readonly invoiceId: string;
  /** What was last read of the invoice; null before, after a failure, and once the vault turned. */
  readonly gathered: () => Gathered | null;
  /** The last reading of the invoice failed, and `gathered` is null for that reason. */
  readonly isUnread?: () => boolean;
  readonly standing: () => Promise<InvoiceStanding>;
  /** Posts a snapshot: something that a part shows has changed. */
  readonly show: () => Promise<void>;
  /** Opens the window in which an act is confirmed. Absent where there is no window to open. */
  readonly openAct?: ((about: ActAbout) => Promise<void>) | undefined;
  /** Opens the drawer of another invoice of the panel. Absent where there is no panel around this one. */
  readonly openInvoice?: ((invoiceId: string) => Promise<void>) | undefined;
  /** What telling a payer needs of the browser. Absent where there is none. */
  readonly messages?: MessagePorts | undefined;
}

/** One part of what an attendant does with a charge, within one open drawer. */
export interface DeskPart<K extends keyof DeskSnapshot> {
  /** What the drawer shows of it now. From the ledger and memory: never over the network. */
  readonly view: (settings: Settings, standing: InvoiceStanding) => Promise<DeskSnapshot[K]>;
  /** Carries out a request of its own; false: it belongs to another part. In turn with the drawer's own. */
  readonly handle: (request: DrawerRequest) => Promise<boolean>;
  /** The vault turned or the invoice is read anew: what was read for the screen is void. */
  readonly forget: () => void;
}
