import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact } from '../../../components/Facts.tsx';
import { moneyText, percentText } from '../../../components/formats.ts';
import type { AddedTerms, Discount } from '../../../lib/billing/added-terms.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { ChargeDraft } from '../../../lib/billing/send-plan.types.ts';

type TermsFactsProps = { readonly draft: Pick<ChargeDraft, 'terms' | 'containsAccrued'> };

/** What the charge says of late and early payment, where that is not left to the Asaas account. */
export function TermsFacts({ draft }: TermsFactsProps): ReactElement {
  const { terms, containsAccrued } = draft;
  return (
    <>
      {/* A value that contains what accrued is sent with zeros: the note about the total tells. */}
      {!containsAccrued && <LateFacts terms={terms} />}
      {terms.discount !== null && (
        <Fact name={i18n.t('plan.discount')}>{discountText(terms.discount)}</Fact>
      )}
      {terms.registrationDays !== null && (
        <Fact name={i18n.t('plan.registration')}>{registrationText(terms.registrationDays)}</Fact>
      )}
    </>
  );
}

function LateFacts({ terms }: { readonly terms: AddedTerms }): ReactElement {
  const { finePercent, interestPercentMonth } = terms;
  return (
    <>
      {finePercent !== null && <Fact name={i18n.t('plan.fine')}>{percentText(finePercent)}</Fact>}
      {interestPercentMonth !== null && (
        <Fact name={i18n.t('plan.interest')}>
          {i18n.t('plan.a_month', { percent: percentText(interestPercentMonth) })}
        </Fact>
      )}
    </>
  );
}

function discountText({ kind, amount, daysBefore }: Discount): string {
  const value = kind === 'fixed' ? moneyText(cents(amount)) : percentText(amount);
  return daysBefore === 0
    ? i18n.t('plan.discount_until_due', { value })
    : `${value} ${i18n.t('plan.discount_days', daysBefore)}`;
}

function registrationText(days: number): string {
  return days === 0 ? i18n.t('plan.registration_none') : i18n.t('plan.registration_days', days);
}
