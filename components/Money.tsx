import type { ReactElement } from 'react';
import type { Cents } from '../lib/billing/money.ts';
import { moneyText } from './formats.ts';

export function Money({ amount }: { readonly amount: Cents }): ReactElement {
  return <data value={amount}>{moneyText(amount)}</data>;
}
