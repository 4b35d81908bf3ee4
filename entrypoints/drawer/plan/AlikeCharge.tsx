import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { isAdoptable, isFree } from '../../../lib/billing/adoptable.ts';
import type { CivilDate } from '../../../lib/billing/calendar.ts';
import type { Charge } from '../../../lib/billing/charge.ts';
import { ExistingCharge } from './ExistingCharge.tsx';

interface AlikeChargeProps {
  readonly charge: Charge;
  readonly invoiceId: string;
  readonly today: CivilDate;
}

/** A charge that looks the same, and why it cannot be this invoice's where it cannot. */
export function AlikeCharge({ charge, invoiceId, today }: AlikeChargeProps): ReactElement {
  return (
    <>
      <ExistingCharge charge={charge} today={today} />
      {!isAdoptable(charge, invoiceId) && (
        <p className="small">
          {isFree(charge, invoiceId)
            ? i18n.t('choice.duplicate_locked')
            : i18n.t('choice.duplicate_taken', { reference: charge.reference ?? '' })}
        </p>
      )}
    </>
  );
}
