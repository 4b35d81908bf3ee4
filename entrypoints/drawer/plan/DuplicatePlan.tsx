import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { dateText, moneyText } from '../../../components/formats.ts';
import { Choice, Choices as ChoiceGroup } from '../../../components/Choice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Section } from '../../../components/Section.tsx';
import { isAdoptable, MOST_ALIKE } from '../../../lib/billing/adoptable.ts';
import { livenessOf } from '../../../lib/billing/status.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { Choices } from '../use-choices.ts';
import { AlikeCharge } from './AlikeCharge.tsx';
import type { PlanOf } from './plan-kind.ts';

interface DuplicatePlanProps {
  readonly plan: PlanOf<'duplicate'>;
  readonly snapshot: DrawerSnapshot;
  readonly choices: Choices;
}

/** The customer was asked for something alike already: it may be this invoice's, or another debt. */
export function DuplicatePlan({ plan, snapshot, choices }: DuplicatePlanProps): ReactElement {
  const invoiceId = snapshot.invoice?.id ?? '';
  const charges = plan.charges.slice(0, MOST_ALIKE);
  const adoptable = charges.filter((charge) => isAdoptable(charge, invoiceId));
  const hasMore = plan.charges.length > charges.length;
  const shown = charges.map(({ id }) => id);
  const livenesses = charges.map(livenessOf);
  const hasOpen = livenesses.includes('live');
  const hasPaid = livenesses.includes('paid');
  const hasMoving = livenesses.some((each) => each !== 'live' && each !== 'paid');
  return (
    <Section
      heading={hasPaid ? i18n.t('choice.duplicate_paid_title') : i18n.t('choice.duplicate_title')}
    >
      <Notice tone="warn">
        {hasPaid && <p>{i18n.t('choice.duplicate_paid')}</p>}
        {hasMoving && <p>{i18n.t('choice.duplicate_moving')}</p>}
        {hasOpen && <p>{i18n.t('choice.duplicate')}</p>}
        {hasMore && (
          <p>
            {i18n.t('choice.duplicate_many', {
              count: String(plan.charges.length),
              shown: String(MOST_ALIKE),
            })}
          </p>
        )}
      </Notice>
      <ul className="stack">
        {charges.map((charge) => (
          <li key={charge.id}>
            <AlikeCharge charge={charge} invoiceId={invoiceId} today={snapshot.defaults.today} />
          </li>
        ))}
      </ul>
      {(adoptable.length > 0 || !hasMore) && (
        <ChoiceGroup legend={i18n.t('plan.attention_title')}>
          {adoptable.map(({ id, value, dueDate }) => (
            <Choice
              key={id}
              name="duplicate"
              label={`${i18n.t('choice.duplicate_use')}${
                charges.length > 1 ? ` (${moneyText(value)}, ${dateText(dueDate)})` : ''
              }`}
              note={i18n.t('choice.duplicate_use_note')}
              checked={choices.current.adoptChargeId === id}
              onSelect={() => {
                choices.choose({ adoptChargeId: id, createAnotherThan: undefined });
              }}
            />
          ))}
          {!hasMore && (
            <Choice
              name="duplicate"
              label={i18n.t('choice.duplicate_another')}
              note={
                hasOpen
                  ? i18n.t('choice.duplicate_another_note')
                  : i18n.t('choice.duplicate_another_paid_note')
              }
              checked={shown.every((id) => choices.current.createAnotherThan?.includes(id))}
              onSelect={() => {
                choices.choose({ createAnotherThan: shown, adoptChargeId: undefined });
              }}
            />
          )}
        </ChoiceGroup>
      )}
    </Section>
  );
}
