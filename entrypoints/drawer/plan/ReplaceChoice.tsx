import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import type { BlockReason } from '../../../lib/billing/send-plan.types.ts';
import type { Choices } from '../use-choices.ts';

interface ReplaceChoiceProps {
  readonly reasons: readonly BlockReason[];
  readonly choices: Choices;
}

/** The old charges, which the reasons name, are cancelled together or not at all. */
export function ReplaceChoice({ reasons, choices }: ReplaceChoiceProps): ReactElement {
  const charges = reasons.flatMap(({ code, params }) =>
    code === 'predecessor-replaceable' ? (params?.['charge'] ?? []) : [],
  );
  const chosen = choices.current.replacePredecessors ?? [];
  return (
    <CheckBox
      label={i18n.t('choice.replace', charges.length)}
      note={i18n.t('choice.replace_note')}
      checked={charges.every((id) => chosen.includes(id))}
      onChange={(replace) => {
        choices.choose({ replacePredecessors: replace ? charges : undefined });
      }}
    />
  );
}
