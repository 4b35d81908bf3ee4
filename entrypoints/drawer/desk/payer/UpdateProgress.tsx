import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { failureText } from '../../../../components/text.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';
import { phaseText, type PhaseWords } from '../job-phase.ts';
import { JobProgress } from '../JobProgress.tsx';

/** No charge waits for it, and that is said. */
const WORDS: PhaseWords = {
  waiting: () => i18n.t('payer.state_waiting'),
  running: () => i18n.t('payer.state_running'),
  unknown: () => i18n.t('payer.state_unknown'),
  done: () => i18n.t('payer.state_done'),
  cancelled: () => i18n.t('payer.state_cancelled'),
  blocked: () => i18n.t('payer.state_blocked'),
};

interface UpdateProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
}

/** How far the update of the payer is. */
export function UpdateProgress({ job, connected, send }: UpdateProgressProps): ReactElement {
  return (
    <JobProgress
      heading={i18n.t('payer.update_job')}
      job={job}
      mark="data-payer-job"
      sentences={[phaseText(job, WORDS)]}
      failure={job.failure && failureText(job.failure)}
      connected={connected}
      cancelLabel={i18n.t('payer.cancel_job')}
      onCancel={() => {
        send({ verb: 'cancel-payer-update', jobId: job.id });
      }}
    />
  );
}
