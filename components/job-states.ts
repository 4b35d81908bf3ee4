import type { JobState, JobView } from '../lib/messages/job-view.ts';
import type { Tone } from './Badge.tsx';

export const JOB_TONES: Readonly<Record<JobState, Tone>> = {
  queued: 'info',
  locating: 'info',
  intent: 'info',
  created: 'info',
  verified: 'good',
  done: 'good',
  waiting: 'warn',
  blocked: 'bad',
  unknown: 'warn',
  cancelled: 'quiet',
};

/** Only here is there a next try; elsewhere `nextAt` is the time of a check or of a request under way. */
export function isRetried({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'waiting' || state === 'unknown';
}
