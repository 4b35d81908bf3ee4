import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Money } from '../../../components/Money.tsx';
import { billingTypeText } from '../../../components/text.ts';
import type { Charge } from '../../../lib/billing/charge.ts';
import { WebLink } from '../charge/WebLink.tsx';

/** A charge that Asaas already has, enough to recognise it. */
export function ExistingCharge({ charge }: { readonly charge: Charge }): ReactElement {
  return (
    <div className="card stack">
      <Facts>
        <Fact name={i18n.t('charge.value')}>
          <Money amount={charge.value} />
        </Fact>
        <Fact name={i18n.t('charge.due')}>
          <CivilDay date={charge.dueDate} />
        </Fact>
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
