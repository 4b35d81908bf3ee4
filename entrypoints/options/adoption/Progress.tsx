import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { countText } from '../../../components/formats.ts';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { ADOPTION_PHASES, type AdoptionRun } from '../../../lib/ledger/adoption-run.ts';
import { phaseText } from './adoption-text.ts';

/** How far the comparison is, and the way to hold it. */
export function Progress({ run }: { readonly run: AdoptionRun }): ReactElement {
  const action = useAction<null>();
  const { phase, paused, read } = run;
  const step = ADOPTION_PHASES.indexOf(phase) + 1;
  const steps = ADOPTION_PHASES.length - 1;
  return (
    <div className="stack" data-adoption={phase}>
      <p role="status">
        <strong>
          {paused
            ? i18n.t('options_adoption.held')
            : i18n.t('options_adoption.step', {
                step: String(step),
                steps: String(steps),
                what: phaseText(phase),
              })}
        </strong>
      </p>
      <p className="soft small">
        {i18n.t('options_adoption.read', {
          charges: countText(read.charges),
          invoices: countText(read.invoices),
          payers: countText(read.payers),
          customers: countText(read.customers),
        })}
      </p>
      {run.failure !== null && <FailureNotice failure={run.failure} />}
      {action.failure !== null && <FailureNotice failure={action.failure} />}
      <div className="buttons">
        <button
          type="button"
          disabled={action.busy}
          onClick={() => void action.run(() => ask({ verb: 'adoption/pause', paused: !paused }))}
        >
          {paused ? i18n.t('options_adoption.resume') : i18n.t('options_adoption.hold')}
        </button>
        <button
          type="button"
          disabled={action.busy}
          onClick={() => void action.run(() => ask({ verb: 'adoption/stop' }))}
        >
          {i18n.t('options_adoption.drop')}
        </button>
      </div>
    </div>
  );
}
