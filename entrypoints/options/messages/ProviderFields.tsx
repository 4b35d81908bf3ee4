import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { documentKind } from '../../../lib/billing/document.ts';
import type { ProviderIdentity } from '../../../lib/billing/message/provider-identity.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import { PanelSelect } from '../PanelSelect.tsx';
import { isDocument, type MessagesDraft } from './messages-draft.ts';

interface ProviderFieldsProps {
  readonly draft: MessagesDraft;
  readonly panels: readonly PanelView[];
  readonly onChange: (change: Pick<MessagesDraft, 'providers'>) => void;
}

/** Who signs the messages of a panel. Name and CNPJ begin as IXC's main filial has them. */
export function ProviderFields({ draft, panels, onChange }: ProviderFieldsProps): ReactElement {
  const [chosen, choose] = useState<string | null>(null);
  const panel = panels.find(({ origin }) => origin === chosen) ?? panels[0];
  if (panel === undefined) {
    return <p className="soft small">{i18n.t('options_messages.no_panel')}</p>;
  }
  const { origin } = panel;
  const known = draft.providers.find((one) => one.origin === origin) ?? prefilled(panel);
  const edit = (change: Partial<ProviderIdentity>): void => {
    const others = draft.providers.filter((one) => one.origin !== origin);
    onChange({ providers: [...others, { ...known, origin, ...change }] });
  };
  return (
    <fieldset className="choices">
      <legend>{i18n.t('options_messages.provider')}</legend>
      <p className="soft small">{i18n.t('options_messages.provider_note')}</p>
      <PanelSelect panels={panels} origin={origin} onChange={choose} />
      <Field
        label={i18n.t('options_messages.name')}
        maxLength={120}
        value={known.name}
        onChange={(name) => {
          edit({ name });
        }}
      />
      <Field
        label={i18n.t('options_messages.document')}
        maxLength={20}
        value={known.document}
        error={isDocument(known.document) ? undefined : i18n.t('options_messages.document_wrong')}
        onChange={(document) => {
          edit({ document });
        }}
      />
      <Field
        label={i18n.t('options_messages.address')}
        hint={i18n.t('options_messages.address_hint')}
        maxLength={200}
        value={known.address}
        onChange={(address) => {
          edit({ address });
        }}
      />
    </fieldset>
  );
}

function prefilled({ providerName, providerKey }: PanelView): ProviderIdentity {
  const isDocumentKey = providerKey !== null && documentKind(providerKey) !== null;
  return { name: providerName ?? '', document: isDocumentKey ? providerKey : '', address: '' };
}
