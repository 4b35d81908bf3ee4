import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { dateText, moneyText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import type { ReplacedCharge } from '../../../lib/billing/send-plan.types.ts';

type ReplacedChargesProps = { readonly charges: readonly ReplacedCharge[] };

/** What a confirmation cancels before it creates anything. */
export function ReplacedCharges({ charges }: ReplacedChargesProps): ReactElement | null {
  if (charges.length === 0) return null;
  return (
    <Notice tone="warn" title={i18n.t('plan.replaces_title')}>
      <ul>
        {charges.map(({ id, invoiceId, value, dueDate }) => (
          <li key={id}>
            {i18n.t('plan.replaces', {
              charge: id,
              invoice: invoiceId ?? '…',
              value: moneyText(value),
              due: dateText(dueDate),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
