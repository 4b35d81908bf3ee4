import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { dateText, momentText } from '../../../../components/formats.ts';
import { closeFrame } from '../../../../components/host-frame.ts';
import { Notice } from '../../../../components/Notice.tsx';
import type { ChargeEdit } from '../../../../lib/messages/charge-edit.ts';

interface IxcStillProps {
  readonly still: NonNullable<ChargeEdit['ixcStill']>;
  readonly invoiceId: string;
  /** Gives the charge the date that IXC has. Null: it cannot be given that one now. */
  readonly onBack: (() => void) | null;
}

/**
 * Two dates that differ for as long as they do, and the ways to make them one: IXC's own form, to which the
 * row leads (it has no address of its own), and the charge's, where nobody here knows of an agreement.
 */
export function IxcStill({ still, invoiceId, onBack }: IxcStillProps): ReactElement {
  const { invoiceDueDate, dueDate, agreed } = still;
  const note =
    agreed === null
      ? i18n.t('edit.ixc_moved_note', { due: dateText(dueDate), invoice: invoiceId })
      : i18n.t('edit.ixc_still_note', {
          agreed: dateText(dueDate),
          reason: agreed.reason,
          when: momentText(agreed.at),
          invoice: invoiceId,
        });
  return (
    <div data-ixc-still={invoiceDueDate}>
      <Notice tone="warn" title={i18n.t('edit.ixc_still', { date: dateText(invoiceDueDate) })}>
        <p className="small">{note}</p>
        <div className="buttons">
          <button type="button" onClick={closeFrame}>
            {i18n.t('edit.ixc_row')}
          </button>
          {agreed === null && onBack !== null && (
            <button type="button" onClick={onBack}>
              {i18n.t('edit.ixc_back', { date: dateText(invoiceDueDate) })}
            </button>
          )}
        </div>
      </Notice>
    </div>
  );
}
