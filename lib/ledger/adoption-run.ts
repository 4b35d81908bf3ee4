import type { CivilDate } from '../billing/calendar.ts';
import type { Environment } from '../billing/charge.ts';
import type { FailureView } from '../messages/failure.ts';
import type { LedgerDatabase } from './database.ts';

const KEY = 'adoption';

/** What a comparison reads, in this order. */
export const ADOPTION_PHASES = [
  'charges',
  'invoices',
  'payers',
  'customers',
  'match',
  'done',
] as const;
export type AdoptionPhase = (typeof ADOPTION_PHASES)[number];

/** The comparison under way, or else the last one. One row, so that a checkpoint is one write. */
export interface AdoptionRun {
  readonly id: string;
  readonly origin: string;
  readonly accountId: string;
  readonly environment: Environment;
  readonly providerKey: string;
  /** ms since the epoch. */
  readonly startedAt: number;
  /** The day of it in São Paulo: what is created later is in no list of it. */
  readonly startedOn: CivilDate;
  readonly finishedAt: number | null;
  readonly phase: AdoptionPhase;
  readonly paused: boolean;
  /** How far the list under way is; of invoices and customers, the id to go on from. */
  readonly place: {
    readonly list: number;
    readonly offset: number;
    readonly total: number | null;
    readonly from: string;
  };
  /** Records that were read, each phase for itself. */
  readonly read: Readonly<Record<'charges' | 'invoices' | 'payers' | 'customers', number>>;
  readonly failure: FailureView | null;
  /** Not before this, ms since the epoch; null: now. */
  readonly nextAt: number | null;
}

export async function readAdoptionRun({
  meta,
}: Pick<LedgerDatabase, 'meta'>): Promise<AdoptionRun | null> {
  return ((await meta.get(KEY))?.value as AdoptionRun | undefined) ?? null;
}

export async function writeAdoptionRun(
  { meta }: Pick<LedgerDatabase, 'meta'>,
  run: AdoptionRun | null,
): Promise<void> {
  if (run === null) await meta.delete(KEY);
  else await meta.put({ key: KEY, value: run });
}
