import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { faultsOf, type MessagesDraft } from './messages-draft.ts';

interface CapFieldProps {
  readonly draft: MessagesDraft;
  readonly onChange: (change: Pick<MessagesDraft, 'dailyCap'>) => void;
}

/** How many messages of this seat a day may put out. */
export function CapField({ draft, onChange }: CapFieldProps): ReactElement {
  const isWrong = faultsOf(draft).includes('cap');
  return (
    <Field
      label={i18n.t('options_messages.cap')}
      hint={i18n.t('options_messages.cap_hint')}
      error={isWrong ? i18n.t('options_messages.cap_wrong') : undefined}
      inputMode="numeric"
      value={draft.dailyCap}
      onChange={(dailyCap) => {
        onChange({ dailyCap });
      }}
    />
  );
}
