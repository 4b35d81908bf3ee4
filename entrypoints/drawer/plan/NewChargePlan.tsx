import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CivilDay } from '../../../components/CivilDay.tsx';
import { Fact, Facts } from '../../../components/Facts.tsx';
import { Money } from '../../../components/Money.tsx';
import { Section } from '../../../components/Section.tsx';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { OverrideForm } from '../desk/payer/OverrideForm.tsx';
import type { Choices } from '../use-choices.ts';
import { AccruedNote } from './AccruedNote.tsx';
import { DiscountChoice } from './DiscountChoice.tsx';
import { MethodChoice } from './MethodChoice.tsx';
import { NotifierNote } from './NotifierNote.tsx';
import type { PlanOf } from './plan-kind.ts';
import { ReplacedCharges } from './ReplacedCharges.tsx';
import { TermsFacts } from './TermsFacts.tsx';
import { Warnings } from './Warnings.tsx';

interface NewChargePlanProps {
  readonly plan: PlanOf<'new'>;
  readonly snapshot: DrawerSnapshot;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

export function NewChargePlan({ plan, snapshot, choices, send }: NewChargePlanProps): ReactElement {
  const { draft, payer, accrued } = plan;
  return (
    <Section
      heading={i18n.t('plan.heading')}
      aside={<span className="soft small">{i18n.t('plan.nothing_sent')}</span>}
    >
      <p className="total">
        <Money amount={draft.value} />
      </p>
      {accrued !== null && accrued.total > 0 && (
        <AccruedNote accrued={accrued} charged={draft.containsAccrued} />
      )}
      <Facts>
        <Fact name={i18n.t('plan.payer')}>
          <strong>{snapshot.customer?.name}</strong>{' '}
          <span className="soft">
            {payer.kind === 'known'
              ? i18n.t('plan.payer_known', { name: payer.payer.name })
              : i18n.t('plan.payer_create')}
          </span>
        </Fact>
        <Fact name={i18n.t('plan.due')}>
          <CivilDay date={draft.dueDate} />
        </Fact>
        <TermsFacts draft={draft} />
        {snapshot.fee !== null && (
          <Fact name={i18n.t('plan.fee')}>
            <Money amount={snapshot.fee} /> <span className="soft">{i18n.t('plan.fee_note')}</span>
          </Fact>
        )}
        <Fact name={i18n.t('plan.notifier')}>
          <NotifierNote notifier={snapshot.notifier} />
        </Fact>
      </Facts>
      <MethodChoice billingType={draft.billingType} choices={choices} />
      <ReplacedCharges charges={plan.replaces} />
      <Warnings warnings={plan.warnings} />
      <DiscountChoice warnings={plan.warnings} choices={choices} />
      {snapshot.source !== 'hand' && choices.current.payerOverride === undefined && (
        <OverrideForm snapshot={snapshot} choices={choices} send={send} />
      )}
    </Section>
  );
}
