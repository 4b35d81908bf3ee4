import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { SourceTrial } from '../../../lib/messages/pages.ts';
import type { PanelDiagnosis } from '../../../lib/messages/panel.ts';
import { Diagnosis } from './Diagnosis.tsx';
import { SourceTrials } from './SourceTrials.tsx';

interface PanelChecksProps {
  readonly origin: string;
  /** A check may teach something: which source answers, whether the panel bills by fatura. */
  readonly onChange: () => void;
}

/** Two questions that change nothing anywhere: what can be read, and what is found on the open panel. */
export function PanelChecks({ origin, onChange }: PanelChecksProps): ReactElement {
  const trials = useAction<readonly SourceTrial[]>();
  const diagnosis = useAction<PanelDiagnosis>();

  const trySources = async (): Promise<void> => {
    await trials.run(() => ask({ verb: 'panel/try-sources', origin }));
    onChange();
  };
  const diagnose = async (): Promise<void> => {
    await diagnosis.run(() => ask({ verb: 'panel/diagnose', origin }));
    onChange();
  };
  return (
    <>
      <div className="buttons">
        <button type="button" disabled={trials.busy} onClick={() => void trySources()}>
          {trials.busy ? i18n.t('options_panel.trying') : i18n.t('options_panel.try_sources')}
          <span className="visually-hidden"> {origin}</span>
        </button>
        <button type="button" disabled={diagnosis.busy} onClick={() => void diagnose()}>
          {diagnosis.busy ? i18n.t('options_panel.trying') : i18n.t('diagnosis.run')}
          <span className="visually-hidden"> {origin}</span>
        </button>
      </div>
      <div role="status">{trials.done !== null && <SourceTrials trials={trials.done.value} />}</div>
      {trials.failure !== null && <FailureNotice failure={trials.failure} />}
      {diagnosis.done !== null && <Diagnosis diagnosis={diagnosis.done.value} />}
      {diagnosis.failure !== null && <FailureNotice failure={diagnosis.failure} />}
    </>
  );
}
