import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { failureText } from '../../../components/text.ts';
import type { PanelSurvey } from '../../../lib/messages/pages.ts';

type SurveyFailuresProps = Pick<PanelSurvey, 'failures'>;

/** What could not be read, and why; the rest is shown all the same. */
export function SurveyFailures({ failures }: SurveyFailuresProps): ReactElement | null {
  if (failures.length === 0) return null;
  return (
    <Notice tone="warn" role="alert" title={i18n.t('routing.unread')}>
      <ul>
        {failures.map(({ what, failure }) => (
          <li key={what}>
            <strong>{whatText(what)}:</strong> {failureText(failure)}
            {failure.detail !== undefined && failure.detail !== '' && (
              <>
                {' '}
                <q className="small">{failure.detail}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function whatText(what: PanelSurvey['failures'][number]['what']): string {
  switch (what) {
    case 'filiais':
      return i18n.t('routing.filiais');
    case 'carteiras':
      return i18n.t('routing.carteiras');
    case 'contas':
      return i18n.t('routing.settlements');
    case 'keys':
      return i18n.t('routing.keys');
  }
}
