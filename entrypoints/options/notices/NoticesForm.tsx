import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { Choices } from '../../../components/Choice.tsx';
import type { Action } from '../../../components/use-action.ts';
import { SettingsForm } from '../SettingsForm.tsx';
import { hoursFault, type NoticesDraft } from './notices-draft.ts';
import { QuietHours } from './QuietHours.tsx';

interface NoticesFormProps {
  readonly draft: NoticesDraft;
  readonly onChange: (draft: NoticesDraft) => void;
  readonly onSubmit: () => void;
  readonly save: Action<null>;
  /** Saving was tried: what is missing is now said. */
  readonly tried: boolean;
}

const KINDS = [
  ['received', 'options_notices.kind_received', 'options_notices.kind_received_note'],
  ['overdue', 'options_notices.kind_overdue', 'options_notices.kind_overdue_note'],
  ['blocked', 'options_notices.kind_blocked', 'options_notices.kind_blocked_note'],
  ['paid-twice', 'options_notices.kind_paid_twice', 'options_notices.kind_paid_twice_note'],
  ['key-lapse', 'options_notices.kind_key_lapse', 'options_notices.kind_key_lapse_note'],
] as const;

export function NoticesForm(props: NoticesFormProps): ReactElement {
  const { draft, onChange, onSubmit, save, tried } = props;
  return (
    <SettingsForm
      save={save}
      isPrimary
      refusal={tried && hoursFault(draft) !== null ? i18n.t('options_notices.not_saved') : null}
      onSubmit={onSubmit}
    >
      <Choices legend={i18n.t('options_notices.kinds')}>
        {KINDS.map(([kind, label, note]) => (
          <CheckBox
            key={kind}
            label={i18n.t(label)}
            note={i18n.t(note)}
            checked={draft.kinds[kind]}
            onChange={(checked) => {
              onChange({ ...draft, kinds: { ...draft.kinds, [kind]: checked } });
            }}
          />
        ))}
      </Choices>
      <QuietHours draft={draft} onChange={onChange} />
      <CheckBox
        label={i18n.t('options_notices.show_names')}
        note={i18n.t('options_notices.show_names_note')}
        checked={draft.showNames}
        onChange={(showNames) => {
          onChange({ ...draft, showNames });
        }}
      />
    </SettingsForm>
  );
}
