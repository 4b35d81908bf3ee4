import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { stepsDone } from '../../../components/setup-steps.ts';
import type { SectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { SavedPanels } from './SavedPanels.tsx';
import { usePanelPermission, type HttpConfirmed } from './use-panel-permission.ts';

export function PanelSection({ setup, onChange }: SectionProps): ReactElement {
  const [address, setAddress] = useState('');
  const { action, authorise, success } = usePanelPermission(onChange);

  const plain = action.failure?.code === 'panel-http-plain' ? action.failure : null;
  const add = async (confirmed?: HttpConfirmed): Promise<void> => {
    if (await authorise(address, confirmed)) setAddress('');
  };
  return (
    <Step
      anchor="panel"
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
          onChange={(typed) => {
            setAddress(typed);
            action.reset();
          }}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
        />
        {plain === null ? (
          <ActionOutcome action={action} success={success} />
        ) : (
          <FailureNotice failure={plain}>
            <button
              type="button"
              className="danger"
              disabled={action.busy}
              onClick={() => void add('http-confirmed')}
            >
              {i18n.t('options_panel.http_confirm')}
            </button>
          </FailureNotice>
        )}
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
