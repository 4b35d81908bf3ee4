import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { stepsDone } from '../../../components/setup-steps.ts';
import type { SectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { SavedTokens } from './SavedTokens.tsx';
import { WebserviceForm } from './WebserviceForm.tsx';

export function WebserviceSection({ setup, onChange }: SectionProps): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const origins = setup.panels.map(({ origin }) => origin);
  const origin = chosen !== null && origins.includes(chosen) ? chosen : origins[0];
  return (
    <Step
      heading={i18n.t('options_webservice.heading')}
      lead={i18n.t('options_webservice.lead')}
      state={stepsDone(setup).webservice ? 'done' : 'pending'}
    >
      <SavedTokens panels={setup.panels} />
      {origins.length > 1 && (
        <div className="field">
          <label htmlFor="webservice-panel">{i18n.t('options_webservice.panel')}</label>
          <select
            id="webservice-panel"
            value={origin}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            {origins.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
      )}
      {origin === undefined ? (
        <p>{i18n.t('options_webservice.needs_panel')}</p>
      ) : (
        <WebserviceForm key={origin} origin={origin} onSaved={onChange} />
      )}
    </Step>
  );
}
