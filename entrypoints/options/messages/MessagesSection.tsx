import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { Part } from '../Part.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import type { SectionProps } from '../section-props.ts';
import { CapField } from './CapField.tsx';
import { IxcActionFields } from './IxcActionFields.tsx';
import { draftOf, faultsOf, messagesOf, type MessagesDraft } from './messages-draft.ts';
import { ProviderFields } from './ProviderFields.tsx';
import { TemplateField } from './TemplateField.tsx';

/** The operators' own messages: what they say, who signs them, how many a day. */
export function MessagesSection({ setup, onChange }: SectionProps): ReactElement {
  const [edited, setEdited] = useState<MessagesDraft | null>(null);
  const [tried, setTried] = useState(false);
  const save = useAction<null>();
  const draft = edited ?? draftOf(setup.messages);

  const edit = (change: Partial<MessagesDraft>): void => {
    setEdited({ ...draft, ...change });
    save.reset();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const messages = messagesOf(draft);
    if (messages === null) return;
    const outcome = await save.run(() =>
      ask({ verb: 'messages/save', messages: { ...messages, providers: [...messages.providers] } }),
    );
    if (!outcome.ok) return;
    setEdited(null);
    onChange();
  };
  return (
    <Part
      anchor="messages"
      heading={i18n.t('options_messages.heading')}
      lead={i18n.t('options_messages.lead')}
    >
      <SettingsForm
        save={save}
        isPrimary
        refusal={tried && faultsOf(draft).length > 0 ? i18n.t('options_messages.not_saved') : null}
        onSubmit={() => void submit()}
      >
        <TemplateField draft={draft} panels={setup.panels} onChange={edit} />
        <ProviderFields draft={draft} panels={setup.panels} onChange={edit} />
        <CapField draft={draft} onChange={edit} />
        <IxcActionFields draft={draft} tried={tried} onChange={edit} />
      </SettingsForm>
    </Part>
  );
}
