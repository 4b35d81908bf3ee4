import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { failureText, sourceText } from '../../../components/text.ts';
import type { SourceTrial } from '../../../lib/messages/pages.ts';

interface SourceTrialsProps {
  readonly trials: readonly SourceTrial[];
}

/** What each way of reading IXC could do just now, and what to do where it could not. */
export function SourceTrials({ trials }: SourceTrialsProps): ReactElement {
  return (
    <ul className="checks" aria-label={i18n.t('options_panel.trials')}>
      {trials.map(({ source, failure }) => (
        <li key={source}>
          <span className={failure === null ? 'mark-good' : 'mark-bad'} aria-hidden="true">
            {failure === null ? '✓' : '✗'}
          </span>
          <span>
            <strong>{sourceText(source)}</strong>{' '}
            {failure === null ? i18n.t('options_panel.trial_works') : failureText(failure)}
            {failure?.detail !== undefined && failure.detail !== '' && (
              <>
                {' '}
                <q className="soft small">{failure.detail}</q>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
