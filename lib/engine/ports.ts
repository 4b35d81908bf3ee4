import type { AsaasClient } from '../asaas/client.types.ts';
import type { Result } from '../billing/result.ts';
import type { PayerOverride } from '../billing/payer/override.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type { TypedInvoice } from '../messages/drawer.ts';
import type { IxcClient } from '../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { FailureView } from '../messages/failure.ts';
import type { AccountSettings, Settings } from '../settings/settings.ts';
import type { EngineEvents } from './events.ts';
import type { SealedForAWhile } from './ixc-source/sealed-for-a-while.ts';
import type { Governor } from './quota/governor.types.ts';
import type { ServerClock } from './server-clock.ts';

/** Who waits for an answer: a person looking at it, a job of the outbox, or nobody (a sweep). */
export type Purpose = 'person' | 'job' | 'sweep';

/** A source that reads, or the operator's own words. */
export type IxcReader =
  | { readonly source: Exclude<ReadingSource, 'hand'>; readonly client: IxcClient }
  | { readonly source: 'hand' };

/** Gone after ten minutes. */
export type TypedInvoices = SealedForAWhile<TypedInvoice>;

/**
 * Everything the engine needs from outside. Injected at the composition root, so that the same engine
 * runs in the worker and, with a virtual clock and the emulators, in Node.
 */
export interface EnginePorts {
  readonly ledger: LedgerDatabase;
  /** As they are in force, within the administrator's policy. */
  readonly readSettings: () => Promise<Settings>;
  /**
   * The account's client, or why there is none (locked, no key). `purpose` (a job, unless said) is what the
   * quota governor counts and ranks its requests by.
   */
  readonly asaas: (
    account: AccountSettings,
    purpose?: Purpose,
  ) => Promise<Result<AsaasClient, FailureView>>;
  /** What is left of the accounts' quotas. */
  readonly governor: Pick<Governor, 'maySweep' | 'forecast'>;
  /** How the panel is read now, or by this source and no other; or why it cannot be (locked, no permission). */
  readonly ixc: (origin: string, only?: ReadingSource) => Promise<Result<IxcReader, FailureView>>;
  /** Invoices that operators typed because nothing could read them. */
  readonly typed: TypedInvoices;
  /** What was typed for one sending in place of IXC's e-mail, telephone or CPF. */
  readonly overrides: SealedForAWhile<PayerOverride>;
  /** The vault's own key, in hex, for marks of personal data on disk: compared by it, not read. */
  readonly markKey: () => Promise<Result<string, FailureView>>;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly clock: ServerClock;
  readonly random: (bytes: number) => Uint8Array;
  /** Names this life of the worker in leases. A new worker is a new owner. */
  readonly owner: string;
  readonly installationId: string;
  /**
   * IXC's user id of the person who asks for what is done through these ports, null where the panel did not
   * say. Absent: nobody asks, an order is carried out.
   */
  readonly operator?: (() => string | null) | undefined;
  readonly events: EngineEvents;
}
