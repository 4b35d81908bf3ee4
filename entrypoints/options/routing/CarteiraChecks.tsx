import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { CarteiraSurvey } from '../../../lib/messages/pages.ts';

type Checks = CarteiraSurvey['checks'];

interface CarteiraChecksProps {
  readonly checks: Checks;
  /** Which carteira, for the name of the list. */
  readonly of: string;
}

/** In the order of the table in the docs: what it says when right, and when not. */
const CHECKS = [
  ['noOtherGateway', 'routing.gateway_ok', 'routing.gateway_bad'],
  ['noPixByGateway', 'routing.pix_ok', 'routing.pix_bad'],
  ['noMailOnGeneration', 'routing.mail_ok', 'routing.mail_bad'],
  ['hasAccount', 'routing.account_ok', 'routing.account_bad'],
  ['lateTermsWithinLaw', 'routing.law_ok', 'routing.law_bad'],
] as const satisfies readonly (readonly [keyof Checks, string, string])[];

/** Each check by its sign and in words: colour alone says nothing to some, and less to a screen reader. */
export function CarteiraChecks({ checks, of }: CarteiraChecksProps): ReactElement {
  return (
    <ul className="checks small" aria-label={i18n.t('routing.checks', { carteira: of })}>
      {CHECKS.map(([check, right, wrong]) => {
        const holds = checks[check];
        return (
          <li key={check} className={markOf(holds)}>
            <span aria-hidden="true">{signOf(holds)}</span>
            <span>
              {holds === null ? i18n.t('routing.law_unknown') : i18n.t(holds ? right : wrong)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function signOf(holds: boolean | null): string {
  if (holds === null) return '?';
  return holds ? '✓' : '✗';
}

function markOf(holds: boolean | null): string {
  if (holds === null) return 'mark-open';
  return holds ? 'mark-good' : 'mark-bad';
}
