import { useRef, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { ContentsProps } from '../Contents.tsx';
import type { Choices } from '../use-choices.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { confirmSentence, isReplacing } from './confirm-sentence.ts';

interface ConfirmBarProps extends ContentsProps {
  readonly plan: SendPlan;
  readonly choices: Choices;
  /** What was sent never arrived. */
  readonly lost: boolean;
}

/** Holds the confirmation of one plan: sent once, and asked again only for an answer that says no. */
export function ConfirmBar(props: ConfirmBarProps): ReactElement {
  const { plan, snapshot, received, connected, choices, lost, send } = props;
  const bar = useRef<HTMLElement>(null);
  const [sent, setSent] = useState<{ planId: string; received: number } | null>(null);
  const planId = snapshot.planId ?? '';
  const refused = sent !== null && snapshot.failure !== null && received > sent.received;
  const sending = sent !== null && sent.planId === planId && !refused && !lost;

  const confirm = (): void => {
    setSent({ planId, received });
    send({ verb: 'confirm', planId, choices: choices.current });
  };
  return (
    <footer ref={bar} className="confirm-bar">
      <ConfirmButton
        bar={bar}
        subject={planId}
        answers={received}
        enabled={connected && !choices.pending && !sending && isComplete(choices)}
        sending={sending}
        sentence={confirmSentence(plan, snapshot)}
        label={labelOf(plan)}
        onConfirm={confirm}
      />
    </footer>
  );
}

function labelOf(plan: SendPlan): string {
  if (isReplacing(plan)) return i18n.t('plan.confirm_replacing');
  return i18n.t(plan.kind === 'update' ? 'plan.confirm_update' : 'plan.confirm');
}

/** Waiving in the drawer needs its reason. */
function isComplete({ current }: Choices): boolean {
  return current.accrued !== 'waive' || (current.waiveReason ?? '').trim() !== '';
}
