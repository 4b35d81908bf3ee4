import { i18n } from '#i18n';
import type { JobView } from '../../../lib/messages/job-view.ts';

/** What a job's many states come to for whoever waits for it. */
type JobPhase = 'waiting' | 'running' | 'unknown' | 'done' | 'cancelled' | 'blocked';

/** A part's own sentence for each phase. */
export type PhaseWords = Readonly<Record<JobPhase, () => string>>;

/** Where a job stands, in the part's own words; one that "Pausar tudo" keeps says that first. */
export function phaseText(job: Pick<JobView, 'state' | 'paused'>, words: PhaseWords): string {
  return job.paused ? i18n.t('popup.job_paused') : words[phaseOf(job)]();
}

function phaseOf({ state }: Pick<JobView, 'state'>): JobPhase {
  switch (state) {
    case 'queued':
    case 'waiting':
      return 'waiting';
    case 'locating':
    case 'intent':
    case 'created':
    case 'verified':
      return 'running';
    case 'unknown':
    case 'done':
    case 'cancelled':
    case 'blocked':
      return state;
  }
}
