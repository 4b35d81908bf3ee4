import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { SectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { draftOf, saveRequest, type SendingDraft } from './sending-draft.ts';
import { SendingForm } from './SendingForm.tsx';

export function SendingSection({ setup, onChange }: SectionProps): ReactElement {
  const [edited, setEdited] = useState<SendingDraft | null>(null);
  const [tried, setTried] = useState(false);
  const save = useAction<null>();
  const draft = edited ?? draftOf(setup.sending, i18n.t('decimal_mark'));

  const submit = async (): Promise<void> => {
    setTried(true);
    const request = saveRequest(draft);
    if (request === null) return;
    const outcome = await save.run(() => ask(request));
    if (outcome.ok) onChange();
  };
  const edit = (next: SendingDraft): void => {
    setEdited(next);
    save.reset();
  };
  return (
    <Step
      anchor="sending"
      heading={i18n.t('options_sending.heading')}
      lead={i18n.t('options_sending.lead')}
      state={setup.sending.notifier === null ? 'pending' : 'done'}
    >
      <SendingForm
        draft={draft}
        providerName={
          setup.panels.find((panel) => panel.providerName !== null)?.providerName ?? null
        }
        onChange={edit}
        onSubmit={() => void submit()}
        save={save}
        tried={tried}
      />
    </Step>
  );
}
