import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { Choice, Choices } from '../../../components/Choice.tsx';
import { Field } from '../../../components/Field.tsx';
import { faultsOf, type MessagesDraft } from './messages-draft.ts';

interface IxcActionFieldsProps {
  readonly draft: MessagesDraft;
  /** Saving was tried: what is missing is now said. */
  readonly tried: boolean;
  readonly onChange: (change: Partial<MessagesDraft>) => void;
}

/** Whether IXC may be asked to send a message, and through which of its gateways. */
export function IxcActionFields({ draft, tried, onChange }: IxcActionFieldsProps): ReactElement {
  const isWrong = tried && faultsOf(draft).includes('gateway');
  const choose = (ixcKind: MessagesDraft['ixcKind']) => () => {
    onChange({ ixcKind });
  };
  return (
    <div className="stack">
      <CheckBox
        label={i18n.t('options_messages.ixc')}
        note={i18n.t('options_messages.ixc_note')}
        checked={draft.byIxc}
        onChange={(byIxc) => {
          onChange({ byIxc });
        }}
      />
      {draft.byIxc && (
        <>
          <Choices legend={i18n.t('options_messages.ixc_kind')}>
            <Choice
              name="ixc-kind"
              label={i18n.t('options_messages.ixc_sms')}
              checked={draft.ixcKind === 'sms'}
              onSelect={choose('sms')}
            />
            <Choice
              name="ixc-kind"
              label={i18n.t('options_messages.ixc_omnichannel')}
              checked={draft.ixcKind === 'omnichannel'}
              onSelect={choose('omnichannel')}
            />
          </Choices>
          <Field
            label={i18n.t('options_messages.ixc_gateway')}
            hint={i18n.t('options_messages.ixc_gateway_hint')}
            error={isWrong ? i18n.t('options_messages.ixc_gateway_wrong') : undefined}
            inputMode="numeric"
            value={draft.gatewayId}
            onChange={(gatewayId) => {
              onChange({ gatewayId });
            }}
          />
        </>
      )}
    </div>
  );
}
