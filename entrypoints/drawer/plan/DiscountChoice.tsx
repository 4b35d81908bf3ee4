import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import type { Warning } from '../../../lib/billing/send-plan.types.ts';
import type { Choices } from '../use-choices.ts';

interface DiscountChoiceProps {
  readonly warnings: readonly Warning[];
  readonly choices: Choices;
}

/** IXC's conditional discount is the account's money: the charge gives it only when this is ticked. */
export function DiscountChoice({ warnings, choices }: DiscountChoiceProps): ReactElement | null {
  const given = warnings.some(({ code }) => code === 'conditional-discount-given');
  const mayGive = warnings.some(
    ({ code, params }) => code === 'conditional-discount-left-out' && params?.['mayGive'] === 'yes',
  );
  if (!given && !mayGive) return null;
  return (
    <CheckBox
      label={i18n.t('choice.give_discount')}
      note={i18n.t('choice.give_discount_note')}
      checked={choices.current.giveDiscount ?? given}
      onChange={(giveDiscount) => {
        choices.choose({ giveDiscount });
      }}
    />
  );
}
