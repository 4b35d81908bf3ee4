import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Section } from '../../../components/Section.tsx';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { Reasons } from '../Reasons.tsx';
import type { Choices } from '../use-choices.ts';
import { isReasonForChoice } from '../ways-out.ts';
import { CorrectInIxc } from '../desk/payer/CorrectInIxc.tsx';
import { OverrideForm } from '../desk/payer/OverrideForm.tsx';
import { MissingCharges } from './MissingCharges.tsx';
import { OverrideChoice } from './OverrideChoice.tsx';
import { PayerChoice } from './PayerChoice.tsx';
import type { PlanOf } from './plan-kind.ts';
import { RefundConfirmation } from './RefundConfirmation.tsx';
import { ReplaceChoice } from './ReplaceChoice.tsx';

interface BlockedPlanProps {
  readonly plan: PlanOf<'blocked'>;
  readonly snapshot: DrawerSnapshot;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

/** Every reason with its way out; those that a choice here resolves come with the choice. */
export function BlockedPlan(props: BlockedPlanProps): ReactElement {
  const { plan, snapshot, choices, send } = props;
  const { reasons } = plan;
  const has = (...codes: readonly string[]): boolean =>
    reasons.some(({ code }) => codes.includes(code));
  const onlyChoices = reasons.every(({ code }) => isReasonForChoice(code));
  // Where something else stands in the way too, these would open nothing.
  const isOnlyDecisions = reasons.every(
    ({ code }) => code === 'registered-elsewhere' || isReasonForChoice(code),
  );
  return (
    <Section heading={onlyChoices ? i18n.t('plan.attention_title') : i18n.t('plan.blocked_title')}>
      <Reasons reasons={reasons} tone={onlyChoices ? 'warn' : 'bad'} send={send} />
      {has('registered-elsewhere') && isOnlyDecisions && (
        <OverrideChoice mayOverride={snapshot.rights.mayOverride} choices={choices} />
      )}
      {has('payer-ambiguous', 'payer-other-document', 'payer-name-differs') && (
        <PayerChoice
          snapshot={snapshot}
          alarm={has('payer-name-differs')}
          choices={choices}
          send={send}
        />
      )}
      {has('no-document', 'invalid-document') && snapshot.customer !== null && (
        <>
          <CorrectInIxc
            customerId={snapshot.customer.id}
            disabled={snapshot.busy}
            onReadAgain={choices.startOver}
          />
          <OverrideForm snapshot={snapshot} choices={choices} send={send} />
        </>
      )}
      {has('predecessor-replaceable') && isOnlyDecisions && (
        <ReplaceChoice reasons={reasons} choices={choices} />
      )}
      {has('charge-not-found') && (
        <MissingCharges reasons={reasons} choices={choices} send={send} />
      )}
      {has('refunded-needs-confirmation') && <RefundConfirmation choices={choices} />}
    </Section>
  );
}
