import type { ReactElement } from 'react';
import type { DrawerRequest, DrawerSnapshot } from '../../lib/messages/drawer.ts';
import { ChargeView } from './charge/ChargeView.tsx';
import { StillPayable } from './charge/StillPayable.tsx';
import { ConfirmBar } from './confirm/ConfirmBar.tsx';
import { Failure } from './Failure.tsx';
import { InvoiceFacts } from './InvoiceFacts.tsx';
import { JobProgress } from './job/JobProgress.tsx';
import { Loading } from './Loading.tsx';
import { PlanView } from './plan/PlanView.tsx';
import { ASKS_FOR_TYPING, scene } from './scene.ts';
import { Typing } from './typed/Typing.tsx';
import { useChoices } from './use-choices.ts';

export interface ContentsProps {
  readonly snapshot: DrawerSnapshot;
  readonly received: number;
  readonly connected: boolean;
  readonly send: (request: DrawerRequest) => void;
}

export function Contents(props: ContentsProps): ReactElement {
  const { snapshot, received, connected, send } = props;
  const choices = useChoices({ snapshot, received, send });
  const { plan, job, charge, failure } = snapshot;
  const shows = scene(snapshot);
  const progress = job !== null && (
    <JobProgress job={job} charge={charge} hasPlan={plan !== null} choices={choices} send={send} />
  );
  return (
    <>
      <main aria-busy={snapshot.busy}>
        {failure !== null &&
          !(shows.typing === 'asked' && ASKS_FOR_TYPING.includes(failure.code)) && (
            <Failure
              failure={failure}
              onRetry={shows.confirm ? null : choices.startOver}
              send={send}
            />
          )}
        {shows.stillPayable.length > 0 && <StillPayable reasons={shows.stillPayable} />}
        {shows.job === 'first' && progress}
        {charge !== null && (
          <ChargeView
            charge={charge}
            fetchable={failure === null}
            busy={snapshot.busy}
            connected={connected}
            onRefresh={choices.startOver}
          />
        )}
        {shows.job === 'after-charge' && progress}
        {shows.typing !== 'none' && (
          <Typing
            asked={shows.typing === 'asked'}
            busy={snapshot.busy}
            connected={connected}
            onRetry={choices.startOver}
            send={send}
          />
        )}
        {shows.plan && plan !== null && (
          <PlanView plan={plan} snapshot={snapshot} choices={choices} send={send} />
        )}
        {shows.loading && <Loading />}
        <InvoiceFacts snapshot={snapshot} />
      </main>
      {shows.confirm && plan !== null && (
        <ConfirmBar
          plan={plan}
          snapshot={snapshot}
          received={received}
          connected={connected}
          choices={choices}
          send={send}
        />
      )}
    </>
  );
}
