import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Money } from '../../../components/Money.tsx';
import { Section } from '../../../components/Section.tsx';
import { ExistingCharge } from './ExistingCharge.tsx';
import type { PlanOf } from './plan-kind.ts';
import { Warnings } from './Warnings.tsx';

type ExistingPlan = PlanOf<'reuse' | 'update' | 'adopt'>;

/** Nothing new will be created: the charge there is, and what changes on it. */
export function ExistingChargePlan({ plan }: { readonly plan: ExistingPlan }): ReactElement {
  const { title, note } = words(plan);
  return (
    <Section heading={title}>
      <p>{note}</p>
      {plan.kind === 'update' ? (
        <Facts>
          {plan.value !== null && (
            <Fact name={i18n.t('plan.value')}>
              <del>
                <Money amount={plan.value.from} />
              </del>{' '}
              {i18n.t('plan.change_to')}{' '}
              <ins>
                <Money amount={plan.value.to} />
              </ins>
            </Fact>
          )}
          {plan.dueDate !== null && (
            <Fact name={i18n.t('plan.due')}>
              <del>
                <CivilDay date={plan.dueDate.from} />
              </del>{' '}
              {i18n.t('plan.change_to')}{' '}
              <ins>
                <CivilDay date={plan.dueDate.to} />
              </ins>
            </Fact>
          )}
        </Facts>
      ) : (
        <ExistingCharge charge={plan.charge} />
      )}
      <Warnings warnings={plan.warnings} />
    </Section>
  );
}

function words(plan: ExistingPlan): { readonly title: string; readonly note: string } {
  switch (plan.kind) {
    case 'reuse':
      return { title: i18n.t('plan.reuse_title'), note: i18n.t('plan.reuse') };
    case 'update':
      return { title: i18n.t('plan.update_title'), note: i18n.t('plan.update') };
    case 'adopt':
      return { title: i18n.t('plan.adopt_title'), note: i18n.t('plan.adopt') };
  }
}
