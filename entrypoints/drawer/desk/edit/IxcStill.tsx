import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { dateText, momentText } from '../../../../components/formats.ts';
import { Notice } from '../../../../components/Notice.tsx';
import type { ChargeEdit } from '../../../../lib/messages/charge-edit.ts';

interface IxcStillProps {
  readonly still: NonNullable<ChargeEdit['ixcStill']>;
  readonly invoiceId: string;
}

/** Two dates that are meant to differ, for as long as they do, and where IXC's own is put right. */
export function IxcStill({ still, invoiceId }: IxcStillProps): ReactElement {
  const { invoiceDueDate, agreed } = still;
  return (
    <div data-ixc-still={invoiceDueDate}>
      <Notice tone="warn" title={i18n.t('edit.ixc_still', { date: dateText(invoiceDueDate) })}>
        <p className="small">
          {i18n.t('edit.ixc_still_note', {
            agreed: dateText(agreed.dueDate),
            reason: agreed.reason,
            when: momentText(agreed.at),
            invoice: invoiceId,
          })}
        </p>
      </Notice>
    </div>
  );
}
