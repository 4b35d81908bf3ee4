import type { AsaasClient, AsaasFailure } from '../../asaas/client.types.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import type { SweepState } from './account-state.ts';
import type { TakeIn } from './take-in.ts';

/** One sweep of one account, for as many requests as this turn gives it. */
export interface Turn {
  readonly ports: EnginePorts;
  readonly account: AccountSettings;
  readonly client: AsaasClient;
  readonly takeIn: TakeIn;
  /** Counts one request; false when this turn has none left, and the sweep goes on in the next. */
  readonly mayAsk: () => boolean;
  /** Counts one request that only makes a fast sweep surer; false where the share has none to spare. */
  readonly mayAskMore: () => boolean;
  /** Writes how far the sweep is, so that a death costs one request at most. */
  readonly checkpoint: (state: SweepState) => Promise<void>;
}

/** How far a sweep came: complete when no place is left in it. */
export interface Swept {
  readonly state: SweepState;
  /** What stopped it; null: nothing but the end of the list or of the turn. */
  readonly failure: AsaasFailure | null;
}
