import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { reasonText } from '../../../components/text.ts';
import type { BlockReason } from '../../../lib/billing/send-plan.types.ts';

interface StillPayableProps {
  readonly reasons: readonly BlockReason[];
}

/** IXC is done with the invoice and the customer may still pay its charge: before anybody sends a code. */
export function StillPayable({ reasons }: StillPayableProps): ReactElement {
  return (
    <Notice tone="bad" role="alert" title={i18n.t('charge.still_payable_title')}>
      {reasons.map((reason, at) => (
        <p key={`${reason.code}-${at}`}>{reasonText(reason)}</p>
      ))}
      <p>{i18n.t('charge.still_payable')}</p>
    </Notice>
  );
}
