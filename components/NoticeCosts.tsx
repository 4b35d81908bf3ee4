import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { Cents } from '../lib/billing/money.ts';
import type { ChargeCost, NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import { Fact, Facts } from './Facts.tsx';
import { moneyText } from './formats.ts';

interface NoticeCostsProps {
  readonly fees: NoticeFees;
  readonly cost: ChargeCost;
}

/** Prices of the account's fee table, and what one charge's notices come to. Unknown is said, and is not zero. */
export function NoticeCosts({ fees, cost }: NoticeCostsProps): ReactElement {
  return (
    <Facts>
      <Fact name={i18n.t('notices.fee_messaging')}>{priceText(fees.messaging)}</Fact>
      <Fact name={i18n.t('notices.fee_whatsapp')}>{priceText(fees.whatsapp)}</Fact>
      <Fact name={i18n.t('notices.fee_call')}>{priceText(fees.call)}</Fact>
      <Fact name={i18n.t('notices.cost_on_time')}>{priceText(cost.onTime)}</Fact>
      <Fact name={i18n.t('notices.cost_late')}>{priceText(cost.late)}</Fact>
    </Facts>
  );
}

export function priceText(price: Cents | null): string {
  return price === null ? i18n.t('notices.price_unknown') : moneyText(price);
}
