import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { Countdown } from '../../../components/Countdown.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { timeText } from '../../../components/formats.ts';
import { isRetried, JOB_TONES } from '../../../components/job-states.ts';
import { jobText } from '../../../components/text.ts';
import { useAction } from '../../../components/use-action.ts';
import { useNow } from '../../../components/use-now.ts';
import { ask } from '../../../components/worker-client.ts';
import type { JobView } from '../../../lib/messages/job-view.ts';
import { agoText } from '../ago.ts';
import { OpenInvoice } from '../OpenInvoice.tsx';
import { invoiceLabel, type Known } from '../places.ts';
import { jobCauses, jobName, mayTryAgain } from './job-words.ts';

interface JobItemProps {
  readonly job: JobView;
  readonly known: Known;
}

/** One operation: what it is, where it stands and why, and what may be done about it. */
export function JobItem({ job, known }: JobItemProps): ReactElement {
  const now = useNow(30_000);
  const action = useAction<null>();
  const { id, state, paused, origin, nextAt } = job;
  const where =
    job.kind === 'notices-run'
      ? i18n.t('popup.all_payers')
      : invoiceLabel(job.invoiceId, origin, known);
  const about = `${jobName(job)}, ${where}`;
  const act = (verb: 'job/cancel' | 'job/retry') => (): void => {
    void action.run(() => ask({ verb, id }));
  };
  return (
    <li className="stack" data-job={state}>
      <div className="section-head">
        <h3>{jobName(job)}</h3>
        {paused ? (
          <Badge tone="warn">{i18n.t('popup.paused_badge')}</Badge>
        ) : (
          <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
        )}
      </div>
      <p className="soft small">
        {where}, {i18n.t('popup.asked', { ago: agoText(job.createdAt, now) })}
      </p>
      {jobCauses(job).map((cause) => (
        <p key={cause} className="small">
          {cause}
        </p>
      ))}
      {job.failure?.detail !== undefined && job.failure.detail !== '' && !paused && (
        <blockquote className="small">{job.failure.detail}</blockquote>
      )}
      {nextAt !== null && isRetried(job) && !paused && (
        <p className="small">
          <Countdown at={nextAt} />
          <span className="visually-hidden">
            {i18n.t('popup.next_at', { time: timeText(nextAt) })}
          </span>
        </p>
      )}
      <div className="buttons">
        {mayTryAgain(job) && (
          <button
            type="button"
            disabled={action.busy}
            aria-label={`${i18n.t('action.retry')}: ${about}`}
            onClick={act('job/retry')}
          >
            {i18n.t('action.retry')}
          </button>
        )}
        {job.cancellable && (
          <button
            type="button"
            disabled={action.busy}
            aria-label={`${i18n.t('popup.cancel')}: ${about}`}
            onClick={act('job/cancel')}
          >
            {i18n.t('popup.cancel')}
          </button>
        )}
        {state === 'blocked' && job.kind !== 'notices-run' && (
          <OpenInvoice origin={origin} invoiceId={job.invoiceId} about={about} />
        )}
      </div>
      {action.failure !== null && <FailureNotice failure={action.failure} />}
    </li>
  );
}
