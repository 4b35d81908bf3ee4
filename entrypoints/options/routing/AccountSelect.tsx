import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import type { AccountSettings } from '../../../lib/settings/settings.ts';

const WIDER = '';

interface AccountSelectProps {
  readonly accounts: readonly AccountSettings[];
  readonly accountId: string | null;
  /** Of which filial or carteira: part of the accessible name. */
  readonly of: string;
  /** What stands where no account is chosen here. */
  readonly wider: string;
  readonly onChange: (accountId: string | null) => void;
}

/** Which account charges one filial or carteira. An account that was removed is shown as such, not hidden. */
export function AccountSelect(props: AccountSelectProps): ReactElement {
  const { accounts, accountId, of, wider, onChange } = props;
  const isGone = accountId !== null && !accounts.some(({ id }) => id === accountId);
  return (
    <SelectField
      label={i18n.t('routing.account')}
      of={of}
      hidesLabel
      value={accountId ?? WIDER}
      options={[
        { value: WIDER, label: wider },
        ...(isGone ? [{ value: accountId, label: i18n.t('routing.account_gone') }] : []),
        ...accounts.map((account) => ({ value: account.id, label: accountName(account) })),
      ]}
      onChange={(chosen) => {
        onChange(chosen === WIDER ? null : chosen);
      }}
    />
  );
}
