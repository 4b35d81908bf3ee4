import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { PanelSelect } from '../PanelSelect.tsx';
import type { SurveyedSectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { usePanelChoice } from '../use-panel-choice.ts';
import { RoutingForm } from './RoutingForm.tsx';
import { SurveyFailures } from './SurveyFailures.tsx';

/** Which account charges what, which carteiras are for Asaas, and where the money is booked in IXC. */
export function RoutingSection(props: SurveyedSectionProps): ReactElement {
  const { setup, surveys, onChange } = props;
  const { panel, choose } = usePanelChoice(setup);
  const survey = panel === null ? null : surveys.of(panel.origin);
  const failure = panel === null ? null : surveys.failureOf(panel.origin);
  const isUsed =
    panel !== null &&
    (panel.routes.length > 0 || panel.carteiras !== null || panel.settlements.length > 0);
  return (
    <Step
      anchor="routing"
      heading={i18n.t('routing.heading')}
      lead={i18n.t('routing.lead')}
      state={isUsed ? 'done' : 'optional'}
    >
      {panel === null ? (
        <p>{i18n.t('options_webservice.needs_panel')}</p>
      ) : (
        <>
          <PanelSelect panels={setup.panels} origin={panel.origin} onChange={choose} />
          <div className="buttons">
            <button
              type="button"
              disabled={surveys.busy}
              onClick={() => void surveys.read(panel.origin)}
            >
              {surveys.busy ? i18n.t('routing.reading') : i18n.t('routing.read')}
            </button>
          </div>
          {failure !== null && <FailureNotice failure={failure} />}
          {survey !== null && (
            <>
              <SurveyFailures failures={survey.failures} />
              <RoutingForm
                key={panel.origin}
                panel={panel}
                accounts={setup.accounts}
                survey={survey}
                onSaved={onChange}
              />
            </>
          )}
        </>
      )}
    </Step>
  );
}
