import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { NoticePrice } from '../lib/billing/notices/notice-prices.ts';
import { moneyText } from './formats.ts';

interface NoticePriceTextProps {
  /** What describes a box is found by it. */
  readonly id?: string;
  readonly price: NoticePrice;
}

/**
 * What one event by one channel costs, in the room of a cell: short to see, whole to hear. What is off keeps
 * the room, and nothing moves when it is switched on.
 */
export function NoticePriceText({ id, price }: NoticePriceTextProps): ReactElement {
  if (price.kind === 'off') return <span className="notice-price" />;
  const amount = price.kind === 'priced' ? price.price : null;
  if (amount !== null) {
    return (
      <span id={id} className="notice-price">
        {moneyText(amount)}
      </span>
    );
  }
  const isIncluded = price.kind === 'included';
  return (
    <span id={id} className="notice-price">
      <span aria-hidden="true">{isIncluded ? i18n.t('notices.included_short') : '?'}</span>
      <span className="visually-hidden">
        {i18n.t(isIncluded ? 'notices.included' : 'notices.price_unknown')}
      </span>
    </span>
  );
}
