import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { countText, momentText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { payersCounted } from '../../../lib/ledger/notice-items.ts';
import { Failed } from './Failed.tsx';
import { LeftOut } from './LeftOut.tsx';
import { runOf } from './run-text.ts';
import type { RunShown } from './run-of.ts';

/** What the last one came to, until the next begins. */
export function RunResult({ run }: { readonly run: RunShown }): ReactElement | null {
  const { job, counts, failed } = run;
  const order = useAction<null>();
  const listed = payersCounted(counts) > 0;
  if (job.state === 'cancelled' && counts.changed === 0) return null;
  const isOver = job.state === 'done';
  const isNothing = isOver && counts.changed + counts.failed + counts.left + counts.differs === 0;
  const params = {
    at: momentText(job.writtenAt ?? job.createdAt),
    changed: countText(counts.changed),
    failed: countText(counts.failed),
    left: countText(counts.left),
  };
  return (
    <div className="stack">
      <Notice tone={counts.failed > 0 || !isOver ? 'warn' : 'good'} role="status">
        <p>
          {isNothing
            ? i18n.t(
                listed ? 'options_payer_notices.all_same' : 'options_payer_notices.none_of_ours',
              )
            : i18n.t('options_payer_notices.result', params)}
        </p>
        <p className="small">{runOf(job)}</p>
        {!isOver && <p>{i18n.t('options_payer_notices.stopped')}</p>}
      </Notice>
      {job.failure !== null && <FailureNotice failure={job.failure} />}
      {isOver && <LeftOut counts={counts} />}
      {failed.length > 0 && (
        <>
          <Failed items={failed} count={counts.failed} />
          {isOver && (
            <div className="buttons">
              <button
                type="button"
                disabled={order.busy}
                onClick={() =>
                  void order.run(() => ask({ verb: 'payer-notices/retry', jobId: job.id }))
                }
              >
                {i18n.t('options_payer_notices.retry')}
              </button>
            </div>
          )}
        </>
      )}
      {order.failure !== null && <FailureNotice failure={order.failure} />}
    </div>
  );
}
