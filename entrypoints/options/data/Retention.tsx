import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { KEPT_DAYS } from '../../../lib/ledger/retention-rules.ts';

/** How long each kind of row is kept, from the rules that remove them. */
export function Retention(): ReactElement {
  const news = i18n.t('options_data.kept_days', { days: KEPT_DAYS.news });
  const history = i18n.t('options_data.kept_days', { days: KEPT_DAYS.history });
  return (
    <div className="stack">
      <h4>{i18n.t('options_data.kept')}</h4>
      <Facts>
        <Fact name={i18n.t('options_data.kept_happenings')}>{news}</Fact>
        <Fact name={i18n.t('options_data.kept_codes')}>
          {i18n.t('options_data.kept_codes_until')}
        </Fact>
        <Fact name={i18n.t('options_data.kept_jobs')}>{history}</Fact>
        <Fact name={i18n.t('options_data.kept_invoices')}>{history}</Fact>
        <Fact name={i18n.t('options_data.kept_receipts')}>{history}</Fact>
        <Fact name={i18n.t('options_data.kept_rest')}>{i18n.t('options_data.kept_forever')}</Fact>
      </Facts>
    </div>
  );
}
