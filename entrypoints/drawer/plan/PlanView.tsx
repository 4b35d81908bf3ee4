import type { ReactElement } from 'react';
import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { Choices } from '../use-choices.ts';
import { BlockedPlan } from './BlockedPlan.tsx';
import { DuplicatePlan } from './DuplicatePlan.tsx';
import { ExistingChargePlan } from './ExistingChargePlan.tsx';
import { MadeChoice } from './MadeChoice.tsx';
import { NewChargePlan } from './NewChargePlan.tsx';
import { OverdueChoice } from './OverdueChoice.tsx';
import { overdueQuestion } from './overdue-question.ts';

interface PlanViewProps {
  readonly plan: SendPlan;
  readonly snapshot: DrawerSnapshot;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

/** The overdue choice stays first and one element for every outcome, so that typing in it goes on in place. */
export function PlanView(props: PlanViewProps): ReactElement {
  const { plan, snapshot, choices } = props;
  const question = overdueQuestion(plan, snapshot);
  return (
    <>
      {question !== null && (
        <OverdueChoice
          question={question}
          today={snapshot.defaults.today}
          choices={choices}
          mayWaive={snapshot.rights.mayOverride || snapshot.defaults.accrued === 'waive'}
        />
      )}
      <MadeChoice plan={plan} choices={choices} />
      <PlanOfKind {...props} />
    </>
  );
}

function PlanOfKind({ plan, snapshot, choices, send }: PlanViewProps): ReactElement {
  switch (plan.kind) {
    case 'new':
      return <NewChargePlan plan={plan} snapshot={snapshot} choices={choices} send={send} />;
    case 'reuse':
    case 'update':
    case 'adopt':
      return <ExistingChargePlan plan={plan} />;
    case 'duplicate':
      return <DuplicatePlan plan={plan} snapshot={snapshot} choices={choices} />;
    case 'blocked':
      return <BlockedPlan plan={plan} snapshot={snapshot} choices={choices} send={send} />;
  }
}
