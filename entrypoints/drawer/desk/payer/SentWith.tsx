import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { momentText } from '../../../../components/formats.ts';
import { Notice } from '../../../../components/Notice.tsx';
import { payerFieldText } from '../../../../components/text.ts';
import type { PayerData } from '../../../../lib/messages/payer-data.ts';
import type { DeskProps } from '../Desk.tsx';

interface SentWithProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly data: PayerData;
  readonly sentWith: NonNullable<PayerData['sentWith']>;
}

/** The charge was sent with typed data: what of it stayed in the record at Asaas, and the way back to IXC's. */
export function SentWith({ data, sentWith, connected, send }: SentWithProps): ReactElement {
  const { payerId, differences, seen, job, putBack } = data;
  const { fields, onlyAsaas, unusable } = putBack;
  const stayed = differences.filter(({ field }) => fields.some((each) => each === field));
  const isBusy = job !== null && !['done', 'blocked', 'cancelled'].includes(job.state);
  return (
    <div data-sent-with-override>
      <Notice tone="warn" title={i18n.t('payer.sent_title')}>
        <p>
          {i18n.t('payer.sent_note', { when: momentText(sentWith.at), reason: sentWith.reason })}
        </p>
        {payerId !== null && stayed.length > 0 && (
          <>
            <p>{i18n.t('payer.stayed')}</p>
            <ul className="points">
              {stayed.map(({ field, ixc, asaas }) => (
                <li key={field}>
                  {i18n.t('payer.stayed_field', {
                    field: payerFieldText(field),
                    asaas: asaas ?? '',
                    ixc,
                  })}
                </li>
              ))}
            </ul>
            <div className="buttons">
              <button
                type="button"
                disabled={!connected || isBusy}
                onClick={() => {
                  send({ verb: 'payer-update', payerId, fields: [...fields], seen });
                }}
              >
                {i18n.t('payer.put_back')}
              </button>
            </div>
          </>
        )}
        {onlyAsaas.length > 0 && (
          <p>{i18n.t('payer.only_asaas', { fields: onlyAsaas.map(payerFieldText).join(', ') })}</p>
        )}
        {unusable.length > 0 && (
          <p>{i18n.t('payer.ixc_unusable', { fields: unusable.map(payerFieldText).join(', ') })}</p>
        )}
      </Notice>
    </div>
  );
}
