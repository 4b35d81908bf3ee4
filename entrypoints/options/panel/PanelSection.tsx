import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { Field } from '../../../components/Field.tsx';
import { stepsDone } from '../../../components/setup-steps.ts';
import type { SectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { SavedPanels } from './SavedPanels.tsx';
import { usePanelPermission } from './use-panel-permission.ts';

export function PanelSection({ setup, onChange }: SectionProps): ReactElement {
  const [address, setAddress] = useState('');
  const { action, authorise, success } = usePanelPermission(onChange);

  const add = async (): Promise<void> => {
    if (await authorise(address)) setAddress('');
  };
  return (
    <Step
      heading={i18n.t('options_panel.heading')}
      lead={i18n.t('options_panel.lead')}
      state={stepsDone(setup).panel ? 'done' : 'pending'}
    >
      <SavedPanels setup={setup} onChange={onChange} onGrant={(origin) => void authorise(origin)} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Field
          label={i18n.t('options_panel.address')}
          hint={i18n.t('options_panel.address_hint')}
          value={address}
          onChange={setAddress}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
        />
        <ActionOutcome action={action} success={success} />
        <div className="buttons">
          <button
            type="submit"
            className="primary"
            disabled={action.busy}
            onClick={() => void add()}
          >
            {action.busy ? i18n.t('options_panel.authorizing') : i18n.t('options_panel.authorize')}
          </button>
        </div>
      </form>
    </Step>
  );
}
