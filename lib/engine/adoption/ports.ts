import type { Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';

export interface AdoptionPorts {
  readonly engine: EnginePorts;
  /** The key that documents are tagged with, kept by the vault and made when there is none. */
  readonly tagKey: () => Promise<Result<string, FailureView>>;
  /** Carries out what is due in the outbox. */
  readonly runJobs: () => Promise<void>;
}
