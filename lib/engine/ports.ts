import type { AsaasClient } from '../asaas/client.types.ts';
import type { Result } from '../billing/result.ts';
import type { IxcClient } from '../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { FailureView } from '../messages/failure.ts';
import type { AccountSettings, Settings } from '../settings/settings.ts';
import type { EngineEvents } from './events.ts';
import type { ServerClock } from './server-clock.ts';

/**
 * Everything the engine needs from outside. Injected at the composition root, so that the same engine
 * runs in the worker and, with a virtual clock and the emulators, in Node.
 */
export interface EnginePorts {
  readonly ledger: LedgerDatabase;
  readonly readSettings: () => Promise<Settings>;
  /** The account's client, or why there is none (locked, no key). */
  readonly asaas: (account: AccountSettings) => Promise<Result<AsaasClient, FailureView>>;
  /** The panel's client, or why there is none (locked, no token). */
  readonly ixc: (origin: string) => Promise<Result<IxcClient, FailureView>>;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly clock: ServerClock;
  readonly random: (bytes: number) => Uint8Array;
  /** Names this life of the worker in leases. A new worker is a new owner. */
  readonly owner: string;
  readonly installationId: string;
  readonly events: EngineEvents;
}
