import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName, keyText } from '../../../components/account-name.ts';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { RemoveButton } from '../../../components/RemoveButton.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { maskDocument } from '../../../lib/billing/document.ts';
import type { SurveyedSectionProps } from '../section-props.ts';
import { AccountWarnings } from './AccountWarnings.tsx';
import { warningsOf } from './warnings-of.ts';

export function SavedAccounts(props: SurveyedSectionProps): ReactElement | null {
  const { setup, surveys, onChange } = props;
  const remove = useAction<null>();
  if (setup.accounts.length === 0) return null;

  const onRemove = async (id: string): Promise<void> => {
    const outcome = await remove.run(() => ask({ verb: 'account/remove', id }));
    if (outcome.ok) onChange();
  };
  return (
    <>
      <ul className="saved" aria-label={i18n.t('options_account.list')}>
        {setup.accounts.map((account) => (
          <li key={account.id}>
            <span>
              <strong>{account.name}</strong> <EnvironmentBadge of={account.environment} />
              <span className="soft small">
                {maskDocument(account.document)}, {keyText(account)}
              </span>
            </span>
            <RemoveButton
              name={accountName(account)}
              warning={i18n.t('options_account.remove_warning')}
              busy={remove.busy}
              onRemove={() => void onRemove(account.id)}
            />
            <AccountWarnings {...warningsOf(account, setup, surveys)} />
          </li>
        ))}
      </ul>
      {remove.failure !== null && <FailureNotice failure={remove.failure} />}
    </>
  );
}
