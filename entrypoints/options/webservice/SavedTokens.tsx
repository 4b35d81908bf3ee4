import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { SetupView } from '../../../lib/messages/pages.ts';

/** Panels that already have a token: who the provider is and how to recognise the token. */
export function SavedTokens({ panels }: Pick<SetupView, 'panels'>): ReactElement | null {
  const withToken = panels.filter(({ tokenHint }) => tokenHint !== null);
  if (withToken.length === 0) return null;
  return (
    <ul className="saved" aria-label={i18n.t('options_webservice.list')}>
      {withToken.map(({ origin, providerName, providerKey, tokenHint }) => (
        <li key={origin}>
          <span>
            <strong>{providerName ?? origin}</strong>{' '}
            <span className="soft small">
              {i18n.t('options_webservice.token_ends', { hint: tokenHint ?? '' })}
              {providerKey !== null &&
                `, ${i18n.t('options_webservice.saved_key', { key: providerKey })}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
