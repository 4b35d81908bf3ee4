import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { countText, momentText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { payersCounted, type ItemCounts } from '../../../lib/ledger/notice-items.ts';
import type { NoticesRunJobRow } from '../../../lib/ledger/notice-rows.ts';
import { Failed } from './Failed.tsx';
import type { RunShown } from './run-of.ts';

interface RunProgressProps {
  readonly run: RunShown;
  /** "Pausar tudo" is on. */
  readonly paused: boolean;
}

/** How far it is, and the ways to stop it: after the payer that it is at, or for good. */
export function RunProgress({ run, paused }: RunProgressProps): ReactElement {
  const { job, counts, failed } = run;
  const order = useAction<null>();
  const { done, all } = progressOf(job, counts);
  const text = progressText(job, done, all);
  return (
    <div className="stack card">
      <p role="status">{text}</p>
      <progress value={done} max={Math.max(all, 1)} aria-label={text} />
      {paused && (
        <Notice tone="warn">
          <p>{i18n.t('popup.job_paused')}</p>
        </Notice>
      )}
      {job.failure !== null && <FailureNotice failure={job.failure} />}
      {job.failure !== null && job.nextAt !== null && (
        <p className="small">{i18n.t('popup.next_at', { time: momentText(job.nextAt) })}</p>
      )}
      <div className="buttons">
        <button
          type="button"
          disabled={order.busy}
          onClick={() =>
            void order.run(() =>
              ask({ verb: 'payer-notices/hold', jobId: job.id, held: !job.held }),
            )
          }
        >
          {i18n.t(job.held ? 'options_payer_notices.resume' : 'options_payer_notices.hold')}
        </button>
        {job.held && (
          <button
            type="button"
            disabled={order.busy}
            onClick={() => void order.run(() => ask({ verb: 'job/cancel', id: job.id }))}
          >
            {i18n.t('options_payer_notices.stop')}
          </button>
        )}
      </div>
      {order.failure !== null && <FailureNotice failure={order.failure} />}
      {failed.length > 0 && <Failed items={failed} count={counts.failed} />}
    </div>
  );
}

function progressOf({ phase }: NoticesRunJobRow, counts: ItemCounts) {
  const listed = payersCounted(counts);
  if (phase !== 'changing') return { done: listed - counts.unread, all: listed };
  const done = counts.changed + counts.failed + counts.left;
  return { done, all: done + counts.differs + counts.intent };
}

function progressText({ phase, held }: NoticesRunJobRow, done: number, all: number): string {
  const count = { done: countText(done), all: countText(all) };
  if (held) return i18n.t('options_payer_notices.held', count);
  switch (phase) {
    case 'listing':
      return i18n.t('options_payer_notices.listing', count);
    case 'reading':
    case 'ready':
      return i18n.t('options_payer_notices.reading', count);
    case 'changing':
      return i18n.t('options_payer_notices.changing', count);
  }
}
