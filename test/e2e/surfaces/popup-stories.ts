import type { SetupView } from '../../../lib/messages/pages.ts';
import { complete, setupStories } from './page-stories.ts';
import type { LedgerRows } from './popup-ledger.ts';
import * as sample from './popup-samples.ts';

export interface PopupStory {
  /** Null: a worker that answers nothing. */
  readonly setup: SetupView | null;
  readonly rows: LedgerRows;
}

const MINUTE = 60_000;
const fresh = [sample.swept(sample.SANDBOX, 2 * MINUTE)];
const inTwo = setupStories['two-accounts'] ?? complete;
const real = { accountId: sample.PRODUCTION };

/** What the popup can show of a ledger, by name. */
export const popupStories: Readonly<Record<string, PopupStory>> = {
  quiet: {
    setup: complete,
    rows: { meta: fresh, aggregates: sample.figures, happenings: sample.happenings },
  },
  busy: {
    setup: complete,
    rows: {
      ...{ meta: fresh, aggregates: sample.figures, alerts: sample.alerts, jobs: sample.jobs },
      ...{ audit: [sample.over('job-done')], happenings: sample.happenings, quota: [sample.quota] },
    },
  },
  paused: {
    setup: { ...complete, paused: true },
    rows: { meta: [...fresh, sample.PAUSED], aggregates: sample.figures, jobs: sample.jobs },
  },
  'held-changes': {
    setup: complete,
    rows: { meta: fresh, aggregates: sample.figures, alerts: [sample.heldChanges] },
  },
  'called-off': {
    setup: complete,
    rows: {
      ...{ meta: fresh, aggregates: sample.figures, jobs: sample.calledOff },
      audit: [sample.over('job-deleted', 'job.cancelled')],
    },
  },
  'two-places': {
    setup: inTwo,
    rows: {
      meta: [...fresh, sample.swept(sample.PRODUCTION, 3 * MINUTE)],
      aggregates: [
        ...sample.figures,
        sample.counted('open', 3, 5, 649_50, real),
        sample.counted('received', 0, 1, 129_90, { ...real, providerKey: 'outro-provedor' }),
        sample.counted('open', 3, 8, 80_000, { accountId: 'production:99888777000100' }),
      ],
      happenings: sample.happenings,
    },
  },
  'locked-with-numbers': {
    setup: { ...complete, vault: 'locked' },
    rows: { meta: fresh, aggregates: sample.figures, jobs: sample.jobs },
  },
  old: {
    setup: complete,
    rows: { meta: [sample.swept(sample.SANDBOX, 26 * 60 * MINUTE)], aggregates: sample.figures },
  },
  'worker-silent': {
    setup: null,
    rows: { meta: fresh, aggregates: sample.figures, happenings: sample.happenings },
  },
};
