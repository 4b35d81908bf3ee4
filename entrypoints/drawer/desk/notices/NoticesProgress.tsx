import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { failureText } from '../../../../components/text.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';
import { JobProgress } from '../JobProgress.tsx';

interface NoticesProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
}

/** How far the last change is, while it is not over or where it stopped. */
export function NoticesProgress({ job, connected, send }: NoticesProgressProps): ReactElement {
  return (
    <JobProgress
      heading={i18n.t('notices.job')}
      job={job}
      mark="data-notices-job"
      sentences={job.paused ? [i18n.t('popup.job_paused')] : []}
      failure={job.failure && failureText(job.failure)}
      connected={connected}
      cancelLabel={i18n.t('popup.cancel')}
      onCancel={() => {
        send({ verb: 'cancel-notices', jobId: job.id });
      }}
    />
  );
}
