import type { JobRow } from '../../ledger/rows.ts';
import { withoutAnswer } from '../outbox/outcome.ts';
import { mayHaveChanged } from '../outbox/store.ts';

/**
 * A job of another installation as history: it holds no reference, is due at no time and nobody's to
 * carry on. One that was still under way says that its invoice has to be looked up at Asaas, or, when
 * nothing had been asked for, that it was not carried on here. Its attempts keep the installation that
 * made them, so that none counts as this one's.
 */
export function importedJob(job: JobRow): JobRow {
  const { activeKey, ...rest } = job;
  const over = { ...rest, lease: null, nextAt: null };
  if (activeKey === undefined) return over;
  const attempts = withoutAnswer(job.attempts);
  return attempts.some(mayHaveChanged)
    ? { ...over, attempts, state: 'blocked', failure: { code: 'check-in-asaas' } }
    : { ...over, attempts, state: 'cancelled', failure: { code: 'profile-restored' } };
}
