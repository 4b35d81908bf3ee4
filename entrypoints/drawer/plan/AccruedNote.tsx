import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText, moneyText } from '../../../components/formats.ts';
import type { Accrued } from '../../../lib/billing/send-plan.types.ts';

interface AccruedNoteProps {
  readonly accrued: Accrued;
  readonly charged: boolean;
}

/** What the total contains, or leaves out. */
export function AccruedNote({ accrued, charged }: AccruedNoteProps): ReactElement {
  const words = {
    fine: moneyText(accrued.fine),
    interest: moneyText(accrued.interest),
    days: countText(accrued.daysLate),
  };
  return (
    <p className="small">
      {charged ? i18n.t('plan.contains_accrued', words) : i18n.t('plan.accrued_waived', words)}
    </p>
  );
}
