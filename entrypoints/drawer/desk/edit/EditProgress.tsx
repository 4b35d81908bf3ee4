import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { failureText } from '../../../../components/text.ts';
import type { ChargeEdit } from '../../../../lib/messages/charge-edit.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';
import { phaseText, type PhaseWords } from '../job-phase.ts';
import { JobProgress } from '../JobProgress.tsx';

const WORDS: PhaseWords = {
  waiting: () => i18n.t('edit.state_waiting'),
  running: () => i18n.t('edit.state_running'),
  unknown: () => i18n.t('edit.state_unknown'),
  done: () => i18n.t('edit.state_done'),
  cancelled: () => i18n.t('edit.state_cancelled'),
  blocked: () => i18n.t('edit.state_blocked'),
};

interface EditProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly edit: ChargeEdit;
  readonly job: JobView;
}

/** How far the last change is; once Asaas has it, the message that replaces the earlier one is at hand. */
export function EditProgress({ edit, job, connected, send }: EditProgressProps): ReactElement {
  return (
    <JobProgress
      heading={i18n.t('edit.job')}
      job={job}
      mark="data-edit-job"
      sentences={[phaseText(job, WORDS)]}
      failure={job.failure && failureText(job.failure)}
      connected={connected}
      cancelLabel={i18n.t('edit.cancel_job')}
      onCancel={() => {
        send({ verb: 'cancel-edit', jobId: job.id });
      }}
    >
      {edit.replacesEarlier && (
        <div className="buttons">
          <button
            type="button"
            disabled={!connected}
            onClick={() => {
              send({ verb: 'compose', kind: 'new-date' });
            }}
          >
            {i18n.t('edit.message')}
          </button>
        </div>
      )}
    </JobProgress>
  );
}
