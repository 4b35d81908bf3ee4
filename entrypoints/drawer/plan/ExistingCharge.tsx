import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Money } from '../../../components/Money.tsx';
import { billingTypeText, statusText } from '../../../components/text.ts';
import type { CivilDate } from '../../../lib/billing/calendar.ts';
import type { Charge } from '../../../lib/billing/charge.ts';
import { classifyCharge } from '../../../lib/billing/status.ts';
import { WebLink } from '../charge/WebLink.tsx';

interface ExistingChargeProps {
  readonly charge: Charge;
  /** Where it may be paid already: to say so. */
  readonly today?: CivilDate;
}

/** A charge that Asaas already has, enough to recognise it. */
export function ExistingCharge({ charge, today }: ExistingChargeProps): ReactElement {
  return (
    <div className="card stack">
      <Facts>
        <Fact name={i18n.t('charge.value')}>
          <Money amount={charge.value} />
        </Fact>
        <Fact name={i18n.t('charge.due')}>
          <CivilDay date={charge.dueDate} />
        </Fact>
        {today !== undefined && (
          <Fact name={i18n.t('charge.status')}>{statusText(classifyCharge(charge, today))}</Fact>
        )}
        <Fact name={i18n.t('plan.method')}>{billingTypeText(charge.billingType)}</Fact>
        {charge.description !== '' && (
          <Fact name={i18n.t('charge.description')}>{charge.description}</Fact>
        )}
      </Facts>
      {charge.invoiceUrl !== null && (
        <WebLink url={charge.invoiceUrl}>{i18n.t('charge.open_link')}</WebLink>
      )}
    </div>
  );
}
