import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../../components/Facts.tsx';
import { Money } from '../../../../components/Money.tsx';
import type { ChargeMoney } from '../../../../lib/messages/charge-details.ts';

/** What was paid, what Asaas keeps, and when the rest arrives. */
export function MoneyFacts({ money }: { readonly money: ChargeMoney }): ReactElement {
  const { value, original, accruedPaid, net, fee, expected, credit, refunds } = money;
  return (
    <Facts>
      <Fact name={i18n.t(expected ? 'details.value' : 'details.value_paid')}>
        <Money amount={value} />
      </Fact>
      {original !== null && (
        <Fact name={i18n.t('details.original')}>
          <Money amount={original} />
        </Fact>
      )}
      {accruedPaid !== null && (
        <Fact name={i18n.t('details.accrued')}>
          <Money amount={accruedPaid} />
        </Fact>
      )}
      {fee !== null && (
        <Fact name={i18n.t(expected ? 'details.fee_expected' : 'details.fee')}>
          <Money amount={fee} />
        </Fact>
      )}
      {net !== null && (
        <Fact name={i18n.t(expected ? 'details.net_expected' : 'details.net')}>
          <Money amount={net} />
        </Fact>
      )}
      {credit !== null && (
        <Fact name={i18n.t(credit.estimated ? 'details.credit_expected' : 'details.credited')}>
          <CivilDay date={credit.on} />
        </Fact>
      )}
      {refunds !== null && refunds.done > 0 && (
        <Fact name={i18n.t('details.refunded')}>
          <Money amount={refunds.done} />
        </Fact>
      )}
      {refunds !== null && refunds.underWay > 0 && (
        <Fact name={i18n.t('details.refunding')}>
          <Money amount={refunds.underWay} />
        </Fact>
      )}
    </Facts>
  );
}
