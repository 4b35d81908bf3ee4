import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { countText, momentText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionRun } from '../../../lib/ledger/adoption-run.ts';
import { Confirmed } from './Confirmed.tsx';
import { countsOf, lastBatch } from './view.ts';

interface BatchProps {
  readonly run: AdoptionRun;
  readonly rows: readonly AdoptionRow[];
  readonly paused: boolean;
}

/** What may be done with all of them at once, each behind a confirmation. */
export function Batch({ run, rows, paused }: BatchProps): ReactElement {
  const action = useAction<unknown>();
  const counts = countsOf(rows);
  const exact = counts.get('exact') ?? 0;
  const underWay = counts.get('under-way') ?? 0;
  const last = lastBatch(rows);
  return (
    <div className="stack">
      {underWay > 0 && (
        <Notice tone={paused ? 'warn' : 'info'} role="status">
          <p>
            {paused
              ? i18n.t('options_adoption.paused', { count: countText(underWay) })
              : i18n.t('options_adoption.under_way', { count: countText(underWay) })}
          </p>
          <button
            type="button"
            disabled={action.busy}
            onClick={() => void action.run(() => ask({ verb: 'adoption/halt' }))}
          >
            {i18n.t('options_adoption.halt')}
          </button>
        </Notice>
      )}
      {exact > 0 && underWay === 0 && (
        <Confirmed
          key={`link ${run.id} ${exact}`}
          name={i18n.t('options_adoption.link', exact)}
          says={i18n.t('options_adoption.link_says', { count: countText(exact) })}
          isMain
          confirm={i18n.t('options_adoption.link_confirm')}
          busy={action.busy}
          onConfirm={() =>
            void action.run(() => ask({ verb: 'adoption/link', run: run.id, count: exact }))
          }
        />
      )}
      {last !== null && underWay === 0 && (
        <Confirmed
          key={`undo ${last.batch} ${last.count}`}
          name={i18n.t('options_adoption.undo_all', last.count)}
          says={i18n.t('options_adoption.undo_says', { time: momentText(last.linkedAt) })}
          confirm={i18n.t('options_adoption.undo_confirm')}
          busy={action.busy}
          onConfirm={() =>
            void action.run(() => ask({ verb: 'adoption/undo', batch: last.batch, chargeId: null }))
          }
        />
      )}
      {action.failure !== null && <FailureNotice failure={action.failure} />}
    </div>
  );
}
