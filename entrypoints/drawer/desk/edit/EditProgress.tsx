import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../../components/Badge.tsx';
import { JOB_TONES } from '../../../../components/job-states.ts';
import { failureText, jobText, reasonText } from '../../../../components/text.ts';
import type { ChargeEdit } from '../../../../lib/messages/charge-edit.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';

interface EditProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly edit: ChargeEdit;
  readonly job: JobView;
}

/** How far the last change is; once Asaas has it, the message that replaces the earlier one is at hand. */
export function EditProgress({ edit, job, connected, send }: EditProgressProps): ReactElement {
  const { id, state, reasons, failure, cancellable } = job;
  return (
    <div className="stack" role="status" data-edit-job={state}>
      <div className="section-head">
        <h3>{i18n.t('edit.job')}</h3>
        <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
      </div>
      <p>{progressText(job)}</p>
      {reasons.map((reason) => (
        <p key={JSON.stringify(reason)}>{reasonText(reason)}</p>
      ))}
      {failure !== null && <p>{failureText(failure)}</p>}
      {failure?.detail !== undefined && failure.detail !== '' && (
        <blockquote className="small">{failure.detail}</blockquote>
      )}
      <div className="buttons">
        {cancellable && (
          <button
            type="button"
            disabled={!connected}
            onClick={({ nativeEvent }) => {
              if (nativeEvent.isTrusted) send({ verb: 'cancel-edit', jobId: id });
            }}
          >
            {i18n.t('edit.cancel_job')}
          </button>
        )}
        {edit.replacesEarlier && (
          <button
            type="button"
            disabled={!connected}
            onClick={() => {
              send({ verb: 'compose', kind: 'new-date' });
            }}
          >
            {i18n.t('edit.message')}
          </button>
        )}
      </div>
    </div>
  );
}

function progressText({ state, paused }: JobView): string {
  if (paused) return i18n.t('popup.job_paused');
  switch (state) {
    case 'queued':
    case 'waiting':
      return i18n.t('edit.state_waiting');
    case 'locating':
    case 'intent':
    case 'created':
    case 'verified':
      return i18n.t('edit.state_running');
    case 'unknown':
      return i18n.t('edit.state_unknown');
    case 'done':
      return i18n.t('edit.state_done');
    case 'cancelled':
      return i18n.t('edit.state_cancelled');
    case 'blocked':
      return i18n.t('edit.state_blocked');
  }
}
