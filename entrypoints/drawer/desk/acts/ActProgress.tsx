import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { actFailureText, actName, refusalText } from '../../../../components/act-text.ts';
import { CopyField } from '../../../../components/CopyField.tsx';
import type { ChargeActs } from '../../../../lib/messages/charge-acts.ts';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import type { DeskProps } from '../Desk.tsx';
import { JobProgress } from '../JobProgress.tsx';
import { progressText } from './progress-text.ts';
import { SettleAct } from './SettleAct.tsx';

interface ActProgressProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly job: JobView;
  readonly settled: ChargeActs['settled'];
}

/** How far the last act is, in Asaas's own terms. */
export function ActProgress({ job, settled, connected, send }: ActProgressProps): ReactElement {
  const { id, act, failure, watchedUntil } = job;
  const refusal = act?.refusal ?? null;
  return (
    <JobProgress
      heading={actName(act ?? { kind: 'receive-in-cash', value: null })}
      job={job}
      mark="data-act-job"
      sentences={[progressText(job), ...(refusal === null ? [] : [refusalText(refusal)])]}
      failure={failure === null || refusal !== null ? null : actFailureText(failure)}
      connected={connected}
      cancelLabel={i18n.t('act.cancel_job')}
      onCancel={() => {
        send({ verb: 'cancel-act', jobId: id });
      }}
    >
      {act?.link != null && (
        <>
          <CopyField name={i18n.t('act.link')} value={act.link} />
          <p className="soft small">{i18n.t('act.link_note')}</p>
        </>
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
    </JobProgress>
  );
}
