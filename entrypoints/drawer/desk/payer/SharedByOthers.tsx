import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../../components/Notice.tsx';
import type { SharedDocument } from '../../../../lib/messages/payer-data.ts';

/** Who else has this CPF, and that nothing is mixed up by it. */
export function SharedByOthers({
  shared,
}: {
  readonly shared: readonly SharedDocument[];
}): ReactElement {
  return (
    <Notice tone="warn" title={i18n.t('payer.shared_title')}>
      <ul>
        {shared.map(({ customerId, name, payerId }) => (
          <li key={`${customerId} ${payerId ?? ''}`}>
            {payerId === null
              ? i18n.t('payer.shared_ixc', { name: name ?? '', id: customerId })
              : i18n.t('payer.shared_payer', { payer: payerId, id: customerId })}
          </li>
        ))}
      </ul>
      <p className="small">{i18n.t('payer.shared_note')}</p>
    </Notice>
  );
}
