import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { Part } from '../Part.tsx';
import type { SectionProps } from '../section-props.ts';
import { draftOf, noticesOf, type NoticesDraft } from './notices-draft.ts';
import { NoticesForm } from './NoticesForm.tsx';

export function NoticesSection({ setup, onChange }: SectionProps): ReactElement {
  const [edited, setEdited] = useState<NoticesDraft | null>(null);
  const [tried, setTried] = useState(false);
  const save = useAction<null>();
  const draft = edited ?? draftOf(setup.notifications);

  const submit = async (): Promise<void> => {
    setTried(true);
    const notifications = noticesOf(draft);
    if (notifications === null) return;
    const outcome = await save.run(() => ask({ verb: 'notifications/save', notifications }));
    if (outcome.ok) onChange();
  };
  return (
    <Part
      anchor="notices"
      heading={i18n.t('options_notices.heading')}
      lead={i18n.t('options_notices.lead')}
    >
      <NoticesForm
        draft={draft}
        tried={tried}
        save={save}
        onChange={(next) => {
          setEdited(next);
          save.reset();
        }}
        onSubmit={() => void submit()}
      />
    </Part>
  );
}
