import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../../components/Badge.tsx';
import { JOB_TONES } from '../../../../components/job-states.ts';
import { failureText, jobText } from '../../../../components/text.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';

interface UpdateProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
}

/** How far the update of the payer is. No charge waits for it, and that is said. */
export function UpdateProgress({ job, connected, send }: UpdateProgressProps): ReactElement {
  const { id, state, failure, cancellable } = job;
  return (
    <div className="stack" role="status" data-payer-job={state}>
      <div className="section-head">
        <h3>{i18n.t('payer.update_job')}</h3>
        <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
      </div>
      <p>{progressText(job)}</p>
      {failure !== null && <p>{failureText(failure)}</p>}
      {failure?.detail !== undefined && failure.detail !== '' && (
        <blockquote className="small">{failure.detail}</blockquote>
      )}
      {cancellable && (
        <div className="buttons">
          <button
            type="button"
            disabled={!connected}
            onClick={() => {
              send({ verb: 'cancel-payer-update', jobId: id });
            }}
          >
            {i18n.t('payer.cancel_job')}
          </button>
        </div>
      )}
    </div>
  );
}

function progressText({ state, paused }: JobView): string {
  if (paused) return i18n.t('popup.job_paused');
  switch (state) {
    case 'queued':
    case 'waiting':
      return i18n.t('payer.state_waiting');
    case 'locating':
    case 'intent':
    case 'created':
    case 'verified':
      return i18n.t('payer.state_running');
    case 'unknown':
      return i18n.t('payer.state_unknown');
    case 'done':
      return i18n.t('payer.state_done');
    case 'cancelled':
      return i18n.t('payer.state_cancelled');
    case 'blocked':
      return i18n.t('payer.state_blocked');
  }
}
