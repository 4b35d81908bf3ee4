import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { stepsDone } from '../../../components/setup-steps.ts';
import { PanelSelect } from '../PanelSelect.tsx';
import type { SurveyedSectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { usePanelChoice } from '../use-panel-choice.ts';
import { ProviderIdentity } from './ProviderIdentity.tsx';
import { SavedTokens } from './SavedTokens.tsx';
import { WebserviceForm } from './WebserviceForm.tsx';

export function WebserviceSection(props: SurveyedSectionProps): ReactElement {
  const { setup, onChange } = props;
  const { panel, choose } = usePanelChoice(setup);
  return (
    <Step
      anchor="webservice"
      heading={i18n.t('options_webservice.heading')}
      lead={i18n.t('options_webservice.lead')}
      state={stepsDone(setup).webservice ? 'done' : 'pending'}
    >
      <SavedTokens panels={setup.panels} />
      {panel === null ? (
        <p>{i18n.t('options_webservice.needs_panel')}</p>
      ) : (
        <>
          <PanelSelect panels={setup.panels} origin={panel.origin} onChange={choose} />
          <WebserviceForm key={panel.origin} origin={panel.origin} onSaved={onChange} />
          <ProviderIdentity key={`identity ${panel.origin}`} panel={panel} {...props} />
        </>
      )}
    </Step>
  );
}
