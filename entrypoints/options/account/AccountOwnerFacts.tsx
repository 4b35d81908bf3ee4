import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { approvalText } from '../../../components/text.ts';
import { maskDocument } from '../../../lib/billing/document.ts';
import type { AccountTest } from '../../../lib/messages/pages.ts';
import { accountWarnings } from '../../../lib/settings/account-warnings.ts';
import { AccountWarnings } from './AccountWarnings.tsx';

/** Whose key it is, as Asaas answered just now. */
export function AccountOwnerFacts({ account }: { readonly account: AccountTest }): ReactElement {
  return (
    <>
      <Notice tone="good" role="status">
        <p>{i18n.t('options_account.tested')}</p>
        <Facts>
          <Fact name={i18n.t('options_account.owner')}>
            {account.name} <EnvironmentBadge of={account.environment} />
          </Fact>
          <Fact name={i18n.t('options_account.document')}>{maskDocument(account.document)}</Fact>
          <Fact name={i18n.t('options_account.approval')}>{approvalText(account.approval)}</Fact>
        </Facts>
        {account.environment === 'sandbox' && <p>{i18n.t('environment.sandbox_note')}</p>}
      </Notice>
      <AccountWarnings warnings={accountWarnings({ id: '', ...account }, null, {})} filiais={{}} />
    </>
  );
}
