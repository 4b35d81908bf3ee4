import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../../components/Badge.tsx';
import { countText } from '../../../components/formats.ts';
import { notedInstallation } from '../../../lib/ledger/installation.ts';
import type { AuditReport } from '../../../lib/messages/pages.ts';
import { useLedger } from '../use-ledger.ts';

/** One chain per installation: this one's, those it was before, and imported ones. */
export function AuditChains({ report }: { readonly report: AuditReport }): ReactElement {
  const { value: own } = useLedger(notedInstallation);
  if (report.installations.length === 0)
    return <p className="soft">{i18n.t('options_data.audit_none')}</p>;
  return (
    <ul className="saved" aria-label={i18n.t('options_data.audit')}>
      {report.installations.map(({ id, lines, brokenAt }) => (
        <li key={id}>
          <span>
            <strong>
              {id === own
                ? i18n.t('options_data.audit_here')
                : i18n.t('options_data.audit_other', { id: id.slice(0, 8) })}
            </strong>{' '}
            <span className="soft small">
              {i18n.t('options_data.lines', lines, [countText(lines)])}
            </span>
          </span>
          {brokenAt === null ? (
            <Badge tone="good">✓ {i18n.t('options_data.audit_whole')}</Badge>
          ) : (
            <Badge tone="bad">
              {i18n.t('options_data.audit_broken', { line: countText(brokenAt) })}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
