import type { AsaasClient } from '../../asaas/client.types.ts';
import type { AdoptionSeen } from '../../ledger/adoption-rows.ts';
import type { AdoptionRun } from '../../ledger/adoption-run.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { continuation } from '../outbox/schedule.ts';

/** One step of a comparison: who asks, and what for. */
export interface Reading {
  readonly ports: EnginePorts;
  readonly run: AdoptionRun;
  readonly settings: Settings;
  readonly panel: PanelSettings;
  /** Every key under which the panel's charges may be. */
  readonly keys: readonly string[];
  readonly asaas: AsaasClient;
  /** See `personTag`. */
  readonly tagKey: string;
}

export type Step =
  /** Something was read: it is kept with the place to go on from, and the phase with it. */
  | {
      readonly kind: 'read';
      readonly seen: readonly AdoptionSeen[];
      readonly place: AdoptionRun['place'];
      readonly read: number;
    }
  /** The phase is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: FailureView; readonly passes: boolean };

/** Whether it goes on by itself: what passes does, and what waits for the vault. */
export function stopped(failure: FailureView): Step {
  return { kind: 'failed', failure, passes: continuation(failure) !== 'person' };
}
