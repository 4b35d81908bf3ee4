import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { countText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import type { ImportReport } from '../../../lib/messages/pages.ts';

/** What was new, or newer than what was known here. */
export function Imported({ report }: { readonly report: ImportReport }): ReactElement {
  return (
    <Notice tone="good" role="status" title={i18n.t('options_data.imported')}>
      <Facts>
        <Fact name={i18n.t('options_data.charges')}>{countText(report.charges)}</Fact>
        <Fact name={i18n.t('options_data.invoices')}>{countText(report.invoices)}</Fact>
        <Fact name={i18n.t('options_data.jobs')}>{countText(report.jobs)}</Fact>
        <Fact name={i18n.t('options_data.audit_lines')}>{countText(report.auditLines)}</Fact>
      </Facts>
      <p>{i18n.t('options_data.imported_keys')}</p>
    </Notice>
  );
}
