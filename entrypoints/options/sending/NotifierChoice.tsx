import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../components/Choice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { Notifier } from '../../../lib/billing/send-plan.types.ts';

interface NotifierChoiceProps {
  readonly notifier: Notifier | null;
  readonly missing: boolean;
  readonly onChange: (notifier: Notifier) => void;
}

const NOTIFIERS = [
  ['ixc', 'options_sending.notifier_ixc', 'options_sending.notifier_ixc_note'],
  ['asaas', 'options_sending.notifier_asaas', 'options_sending.notifier_asaas_note'],
  ['none', 'options_sending.notifier_none', 'options_sending.notifier_none_note'],
] as const;

/** Mandatory and without a default: a wrong guess costs money or tells the customer twice. */
export function NotifierChoice(props: NotifierChoiceProps): ReactElement {
  const { notifier, missing, onChange } = props;
  return (
    <Choices legend={i18n.t('options_sending.notifier')}>
      {NOTIFIERS.map(([each, label, note]) => (
        <Choice
          key={each}
          name="notifier"
          label={i18n.t(label)}
          note={i18n.t(note)}
          checked={notifier === each}
          onSelect={() => {
            onChange(each);
          }}
        />
      ))}
      {missing && (
        <Notice tone="bad" role="alert">
          <p>{i18n.t('options_sending.notifier_required')}</p>
        </Notice>
      )}
    </Choices>
  );
}
