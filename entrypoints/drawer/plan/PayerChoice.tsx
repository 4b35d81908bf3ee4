import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices as ChoiceGroup } from '../../../components/Choice.tsx';
import type { DrawerPayer } from '../../../lib/messages/drawer.ts';
import type { Choices } from '../use-choices.ts';

interface PayerChoiceProps {
  readonly payers: readonly DrawerPayer[];
  readonly choices: Choices;
}

/** Names side by side: only a person can tell whether two records are the same person. */
export function PayerChoice({ payers, choices }: PayerChoiceProps): ReactElement {
  if (payers.length === 0) return <p className="soft">{i18n.t('choice.payer_none')}</p>;
  return (
    <ChoiceGroup legend={i18n.t('choice.payer_heading')}>
      {payers.map(({ id, name, document, ours }) => (
        <Choice
          key={id}
          name="payer"
          label={name}
          note={[document, id, ...(ours ? [i18n.t('choice.payer_known_reference')] : [])].join(
            ' · ',
          )}
          checked={choices.current.payerId === id}
          onSelect={() => {
            choices.choose({ payerId: id });
          }}
        />
      ))}
    </ChoiceGroup>
  );
}
