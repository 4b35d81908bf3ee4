import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../../components/Badge.tsx';
import { JOB_TONES } from '../../../../components/job-states.ts';
import { failureText, jobText } from '../../../../components/text.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';

interface NoticesProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
}

/** How far the last change is, while it is not over or where it stopped. */
export function NoticesProgress({ job, connected, send }: NoticesProgressProps): ReactElement {
  const { id, state, failure, cancellable, paused } = job;
  return (
    <div className="stack" role="status" data-notices-job={state}>
      <div className="section-head">
        <h3>{i18n.t('notices.job')}</h3>
        <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
      </div>
      {paused && <p>{i18n.t('popup.job_paused')}</p>}
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
              send({ verb: 'cancel-notices', jobId: id });
            }}
          >
            {i18n.t('popup.cancel')}
          </button>
        </div>
      )}
    </div>
  );
}
