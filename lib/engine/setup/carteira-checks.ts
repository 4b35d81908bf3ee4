import type { Carteira } from '../../billing/invoice.ts';
import type { CarteiraSurvey } from '../../messages/pages.ts';
import { accountFor } from '../../settings/account-for.ts';
import type { PanelSettings, SendingSettings } from '../../settings/settings.ts';

/** The most that the law lets a provider ask of a late payer: percent once, percent a month. */
const LEGAL = { fine: 2, interestMonth: 1 };
/** No filial has this id: only routes of every filial catch it. */
const ANY_FILIAL = '';

/**
 * What must be right in a carteira before bulk and routines may touch it. `filialIds`: the panel's
 * filiais, empty when they could not be read.
 */
export function surveyCarteira(
  carteira: Carteira,
  panel: Pick<PanelSettings, 'routes' | 'accountId'>,
  sending: SendingSettings,
  filialIds: readonly string[],
): CarteiraSurvey {
  const { id, description, filialId, active } = carteira;
  const served = filialId === null ? filialIds : [filialId];
  return {
    ...{ id, description, filialId, active },
    checks: {
      noOtherGateway: carteira.gatewayName === null,
      noPixByGateway: !carteira.pixByGateway,
      noMailOnGeneration: !carteira.mailsOnGeneration,
      hasAccount: (served.length === 0 ? [ANY_FILIAL] : served).every(
        (each) => accountFor(panel, { filialId: each, carteiraId: id }) !== null,
      ),
      lateTermsWithinLaw: lateTermsWithinLaw(sending),
    },
  };
}

/**
 * Whether fine and interest of new charges, and those added to overdue ones, are within the law. Null:
 * the account's own apply, and no request tells them.
 */
function lateTermsWithinLaw({ terms, overdue }: SendingSettings): boolean | null {
  const late = overdue.accrued === 'waive' ? [] : [overdue];
  const asked = [terms, ...late];
  const tooMuch = asked.some(
    ({ finePercent, interestPercentMonth }) =>
      (finePercent ?? 0) > LEGAL.fine || (interestPercentMonth ?? 0) > LEGAL.interestMonth,
  );
  if (tooMuch) return false;
  return terms.finePercent === null || terms.interestPercentMonth === null ? null : true;
}
