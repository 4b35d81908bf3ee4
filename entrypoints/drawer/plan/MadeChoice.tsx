import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { SendChoicesInput } from '../../../lib/messages/drawer.ts';
import type { Choices } from '../use-choices.ts';

interface MadeChoiceProps {
  readonly plan: SendPlan;
  readonly choices: Choices;
}

const NO_ANSWER = {
  adoptChargeId: undefined,
  createAnotherThan: undefined,
  newAfterRefund: undefined,
  overrideReason: undefined,
  payerId: undefined,
  payerOverride: undefined,
  replacePredecessors: undefined,
} satisfies SendChoicesInput;

/** An answered question is no longer on screen: what was answered is, with the way back to it. */
export function MadeChoice({ plan, choices }: MadeChoiceProps): ReactElement | null {
  if (plan.kind === 'duplicate' || plan.kind === 'blocked') return null;
  const answers = answered(choices.current);
  if (answers.length === 0) return null;
  return (
    <div className="made-choice">
      {answers.map((answer) => (
        <span key={answer}>{answer}</span>
      ))}
      <button
        type="button"
        onClick={() => {
          choices.choose(NO_ANSWER);
        }}
      >
        {i18n.t('choice.change')}
      </button>
    </div>
  );
}

function answered(current: SendChoicesInput): readonly string[] {
  return [
    ...(current.payerId === undefined ? [] : [i18n.t('choice.made_payer')]),
    ...(current.payerOverride === undefined ? [] : [i18n.t('choice.made_payer_override')]),
    ...(current.adoptChargeId === undefined ? [] : [i18n.t('choice.made_adopt')]),
    ...(current.overrideReason === undefined ? [] : [i18n.t('choice.made_override')]),
    ...(current.createAnotherThan === undefined ? [] : [i18n.t('choice.made_another')]),
    ...(current.replacePredecessors === undefined ? [] : [i18n.t('choice.made_replace')]),
    ...(current.newAfterRefund === true ? [i18n.t('choice.made_after_refund')] : []),
  ];
}
