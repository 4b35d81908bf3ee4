import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { stepsDone } from '../../../components/setup-steps.ts';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AccountTest } from '../../../lib/messages/pages.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import type { SurveyedSectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { AccountOwnerFacts } from './AccountOwnerFacts.tsx';
import { SavedAccounts } from './SavedAccounts.tsx';

export function AccountSection({ setup, surveys, onChange }: SurveyedSectionProps): ReactElement {
  const [key, setKey] = useState('');
  const test = useAction<AccountTest>();
  const save = useAction<AccountSettings>();
  const busy = test.busy || save.busy;

  const edit = (typed: string): void => {
    setKey(typed);
    test.reset();
    save.reset();
  };
  const submitTest = (): void => {
    save.reset();
    void test.run(() => ask({ verb: 'account/test', key: key.trim() }));
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await save.run(() => ask({ verb: 'account/save', key: key.trim() }));
    if (!outcome.ok) return;
    setKey('');
    test.reset();
    onChange();
  };
  return (
    <Step
      anchor="account"
      heading={i18n.t('options_account.heading')}
      lead={i18n.t('options_account.lead')}
      state={stepsDone(setup).account ? 'done' : 'pending'}
    >
      <SavedAccounts setup={setup} surveys={surveys} onChange={onChange} />
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <SecretField
          label={i18n.t('options_account.key')}
          hint={i18n.t('options_account.key_hint')}
          value={key}
          onChange={edit}
          autoComplete="off"
        />
        {test.failure !== null && <FailureNotice failure={test.failure} />}
        {test.done !== null && <AccountOwnerFacts account={test.done.value} />}
        <ActionOutcome action={save} />
        <div className="buttons">
          <button type="button" disabled={busy} onClick={submitTest}>
            {test.busy ? i18n.t('options_account.testing') : i18n.t('options_account.test')}
          </button>
          <button type="submit" className="primary" disabled={busy}>
            {save.busy ? i18n.t('action.saving') : i18n.t('action.save')}
          </button>
        </div>
      </form>
    </Step>
  );
}
