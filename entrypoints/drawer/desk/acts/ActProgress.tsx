import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { actFailureText, actName, refusalText } from '../../../../components/act-text.ts';
import { Badge } from '../../../../components/Badge.tsx';
import { CopyField } from '../../../../components/CopyField.tsx';
import { JOB_TONES } from '../../../../components/job-states.ts';
import { jobText, reasonText } from '../../../../components/text.ts';
import type { ChargeActs } from '../../../../lib/messages/charge-acts.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';
import { progressText } from './progress-text.ts';
import { SettleAct } from './SettleAct.tsx';

interface ActProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
  readonly settled: ChargeActs['settled'];
}

/** How far the last act is, in Asaas's own terms: nothing is called done before Asaas says so. */
export function ActProgress({ job, settled, connected, send }: ActProgressProps): ReactElement {
  const { id, act, state, reasons, failure, cancellable, watchedUntil } = job;
  const name = act === undefined ? actName({ kind: 'receive-in-cash', value: null }) : actName(act);
  return (
    <div className="stack" role="status" data-act-job={state}>
      <div className="section-head">
        <h3>{name}</h3>
        <Badge tone={JOB_TONES[state]}>{jobText(state)}</Badge>
      </div>
      <p>{progressText(job)}</p>
      {act?.refusal != null && <p>{refusalText(act.refusal)}</p>}
      {reasons.map((reason) => (
        <p key={JSON.stringify(reason)}>{reasonText(reason)}</p>
      ))}
      {failure !== null && act?.refusal == null && <p>{actFailureText(failure)}</p>}
      {failure?.detail !== undefined && failure.detail !== '' && (
        <blockquote className="small">{failure.detail}</blockquote>
      )}
      {act?.link != null && (
        <>
          <CopyField name={i18n.t('act.link')} value={act.link} />
          <p className="soft small">{i18n.t('act.link_note')}</p>
        </>
      )}
      {cancellable && (
        <div className="buttons">
          <button
            type="button"
            disabled={!connected}
            onClick={({ nativeEvent }) => {
              if (nativeEvent.isTrusted) send({ verb: 'cancel-act', jobId: id });
            }}
          >
            {i18n.t('act.cancel_job')}
          </button>
        </div>
      )}
      {watchedUntil !== null && (
        <SettleAct
          jobId={id}
          watchedUntil={watchedUntil}
          settled={settled}
          connected={connected}
          send={send}
        />
      )}
    </div>
  );
}
