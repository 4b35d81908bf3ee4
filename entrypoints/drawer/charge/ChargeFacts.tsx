import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Money } from '../../../components/Money.tsx';
import { billingTypeText } from '../../../components/text.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';

export function ChargeFacts({ charge }: { readonly charge: DrawerCharge }): ReactElement {
  return (
    <Facts>
      <Fact name={i18n.t('charge.value')}>
        <strong>
          <Money amount={charge.value} />
        </strong>
      </Fact>
      <Fact name={i18n.t('charge.due')}>
        <CivilDay date={charge.dueDate} />
      </Fact>
      <Fact name={i18n.t('plan.method')}>{billingTypeText(charge.billingType)}</Fact>
      {charge.paymentDate !== null && (
        <Fact name={i18n.t('charge.paid_on')}>
          <CivilDay date={charge.paymentDate} />
        </Fact>
      )}
      {charge.creditDate !== null && (
        <Fact name={i18n.t('charge.credit_on')}>
          <CivilDay date={charge.creditDate} />
        </Fact>
      )}
      {charge.netValue !== null && charge.paymentDate !== null && (
        <Fact name={i18n.t('charge.net')}>
          <Money amount={charge.netValue} />
        </Fact>
      )}
    </Facts>
  );
}
