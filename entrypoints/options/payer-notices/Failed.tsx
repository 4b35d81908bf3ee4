import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import { failureText } from '../../../components/text.ts';
import type { NoticeItemRow } from '../../../lib/ledger/notice-rows.ts';

interface FailedProps {
  readonly items: readonly NoticeItemRow[];
  /** All of them; the first are named. */
  readonly count: number;
}

/** Payers that were left as they are, each with Asaas's reason. */
export function Failed({ items, count }: FailedProps): ReactElement {
  return (
    <>
      <h4>{i18n.t('options_payer_notices.failed', { count: countText(count) })}</h4>
      <ul className="points">
        {items.map(({ payerId, failure }) => (
          <li key={payerId}>
            <code>{payerId}</code> {failure !== null && failureText(failure)}
            {failure?.detail !== undefined && failure.detail !== '' && (
              <>
                {' '}
                <q>{failure.detail}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
