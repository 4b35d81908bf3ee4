import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { ChannelPrices } from '../lib/billing/notices/notice-prices.ts';

/** How the prices in a grid are to be read; nothing where none is shown. */
export function NoticePricesNote({
  prices,
}: {
  readonly prices: readonly ChannelPrices[];
}): ReactElement | null {
  const shown = prices.flatMap((each) => Object.values(each)).filter(({ kind }) => kind !== 'off');
  if (shown.length === 0) return null;
  const isAnyUnknown = shown.some((price) => price.kind === 'priced' && price.price === null);
  return (
    <p className="soft small">
      {i18n.t('notices.prices_note')}
      {isAnyUnknown && ` ${i18n.t('notices.prices_unknown_note')}`}
    </p>
  );
}
