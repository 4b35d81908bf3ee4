import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Field } from '../../../components/Field.tsx';
import { countText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import { failureText } from '../../../components/text.ts';
import { formatDocument } from '../../../lib/billing/document.ts';
import { isProviderKey } from '../../../lib/billing/reference.ts';
import type { FailureView } from '../../../lib/messages/failure.ts';
import type { WebserviceTest } from '../../../lib/messages/pages.ts';
import { KeyFailure } from './KeyFailure.tsx';

interface ProviderKeyFormProps {
  readonly provider: WebserviceTest;
  readonly providerKey: string;
  readonly onChange: (providerKey: string) => void;
  /** That the account knows another key only; null until a save said so. */
  readonly other: FailureView | null;
  readonly busy: boolean;
  readonly onInsist: () => void;
}

/** What the webservice answered, and the key that every charge's reference will carry. */
export function ProviderKeyForm(props: ProviderKeyFormProps): ReactElement {
  const { provider, providerKey, onChange, other, busy, onInsist } = props;
  return (
    <>
      <Notice tone="good" role="status">
        <p>{i18n.t('options_webservice.tested')}</p>
        <Facts>
          <Fact name={i18n.t('options_webservice.provider')}>{provider.providerName}</Fact>
          <Fact name={i18n.t('options_webservice.document')}>
            {formatDocument(provider.document)}
          </Fact>
          <Fact name={i18n.t('options_webservice.invoices')}>{countText(provider.invoices)}</Fact>
        </Facts>
      </Notice>
      <Field
        label={i18n.t('options_webservice.provider_key')}
        hint={i18n.t('options_webservice.provider_key_hint')}
        error={
          isProviderKey(providerKey) ? undefined : failureText({ code: 'provider-key-invalid' })
        }
        value={providerKey}
        onChange={onChange}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        maxLength={40}
      />
      <KeyFailure failure={other} busy={busy} onInsist={onInsist} />
    </>
  );
}
