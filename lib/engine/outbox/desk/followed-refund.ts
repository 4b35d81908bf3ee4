import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';

/** Authorisations that a refund may wait for expire long before. ms. */
const FOLLOWED_FOR = 30 * 24 * 60 * 60_000;

/** What a refund holds that Asaas lists and has not carried out for a day: nothing but itself. */
export function followKey({ id }: Pick<JobRow, 'id'>): string {
  return `refund:${id}`;
}

/** Whether a job only follows a refund that Asaas counts already. */
export function isFollowing(job: JobRow): boolean {
  return job.activeKey === followKey(job);
}

/** After so long a person is asked to look. */
export function isFollowedNoMore(
  { clock }: Pick<EnginePorts, 'clock'>,
  { attempts, createdAt }: ActJobRow,
): boolean {
  return clock.now() - (attempts.at(-1)?.at ?? createdAt) >= FOLLOWED_FOR;
}
