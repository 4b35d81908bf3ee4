import { i18n } from '#i18n';
import { dateText, moneyText } from '../../../components/formats.ts';
import { operatorText } from '../../../components/operator-text.ts';
import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';

/** What a confirmation will do, in one sentence: value, customer, due date. */
export function confirmSentence(plan: SendPlan, snapshot: DrawerSnapshot): string {
  const terms = termsOf(plan);
  if (terms === null) return '';
  const sentence = i18n.t('plan.confirm_description', {
    value: moneyText(terms.value),
    name: snapshot.customer?.name ?? '',
    due: dateText(terms.dueDate),
  });
  const said = snapshot.operator == null ? [] : [operatorText(snapshot.operator)];
  return [sentence, ...replacedSentence(plan), ...said].join(' ');
}

/** Whether a confirmation cancels charges before it creates one. */
export function isReplacing(plan: SendPlan): boolean {
  return plan.kind === 'new' && plan.replaces.length > 0;
}

function replacedSentence(plan: SendPlan): readonly string[] {
  if (plan.kind !== 'new' || plan.replaces.length === 0) return [];
  const charges = plan.replaces.map(({ id, value, dueDate }) =>
    i18n.t('plan.confirm_replaced', {
      charge: id,
      value: moneyText(value),
      due: dateText(dueDate),
    }),
  );
  return [i18n.t('plan.confirm_replaces', { charges: charges.join(', ') })];
}

function termsOf(plan: SendPlan) {
  switch (plan.kind) {
    case 'new':
      return { value: plan.draft.value, dueDate: plan.draft.dueDate };
    case 'update':
      return {
        value: plan.value?.to ?? plan.charge.value,
        dueDate: plan.dueDate?.to ?? plan.charge.dueDate,
      };
    case 'reuse':
    case 'adopt':
      return { value: plan.charge.value, dueDate: plan.charge.dueDate };
    case 'duplicate':
    case 'blocked':
      return null;
  }
}
