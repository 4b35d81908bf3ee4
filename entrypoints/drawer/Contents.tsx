import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DrawerRequest, DrawerSnapshot } from '../../lib/messages/drawer.ts';
import type { FailureView } from '../../lib/messages/failure.ts';
import { ChargeView } from './charge/ChargeView.tsx';
import { StillPayable } from './charge/StillPayable.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ConfirmBar } from './confirm/ConfirmBar.tsx';
import { Desk } from './desk/Desk.tsx';
import { useLostConfirmation } from './confirm/use-lost-confirmation.ts';
import { Failure } from './Failure.tsx';
import { InvoiceFacts } from './InvoiceFacts.tsx';
import { JobProgress } from './job/JobProgress.tsx';
import { Loading } from './Loading.tsx';
import { PlanView } from './plan/PlanView.tsx';
import { ASKS_FOR_TYPING, scene, type Scene } from './scene.ts';
import { Typing } from './typed/Typing.tsx';
import { WaysTried } from './typed/WaysTried.tsx';
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
  /** Typing was chosen here, so the form continues where the button was. */
  const [chose, setChose] = useState(false);
  const confirmation = useLostConfirmation(props);
  const { plan, job, charge, failure } = snapshot;
  const shows = scene(snapshot);
  const progress = job !== null && (
    <JobProgress job={job} charge={charge} hasPlan={plan !== null} choices={choices} send={send} />
  );
  return (
    <>
      <main aria-busy={snapshot.busy}>
        {failure !== null && showsFailure(shows, failure) && (
          <Failure
            failure={failure}
            onRetry={shows.confirm ? null : choices.startOver}
            send={send}
          />
        )}
        {shows.confirm && confirmation.lost && (
          <Notice tone="warn" role="alert" title={i18n.t('plan.confirm_lost')}>
            <p>{i18n.t('plan.confirm_lost_note')}</p>
          </Notice>
        )}
        {shows.instead === 'looking' && (
          <p role="status" className="soft small">
            {i18n.t('instead.looking')}
          </p>
        )}
        {shows.instead !== null && shows.instead !== 'looking' && (
          <WaysTried
            instead={shows.instead}
            busy={snapshot.busy}
            connected={connected}
            onChoose={(source) => {
              setChose(true);
              send({ verb: 'read-by', source });
            }}
            onRetry={choices.startOver}
            send={send}
          />
        )}
        {shows.stillPayable.length > 0 && <StillPayable reasons={shows.stillPayable} />}
        {shows.job === 'first' && progress}
        {charge !== null && (
          <ChargeView
            charge={charge}
            clockOffset={snapshot.clockOffset}
            fetchable={failure === null}
            busy={snapshot.busy}
            connected={connected}
            onRefresh={choices.startOver}
          />
        )}
        {shows.job === 'after-charge' && progress}
        <Desk snapshot={snapshot} received={received} connected={connected} send={send} />
        {shows.typing !== 'none' && (
          <Typing
            asked={shows.typing === 'asked'}
            takesFocus={chose}
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
          lost={confirmation.lost}
          send={(request) => {
            confirmation.asked();
            send(request);
          }}
        />
      )}
    </>
  );
}

/** The form for typing answers some failures itself, and what was tried says more than the first of them. */
function showsFailure({ typing, instead }: Scene, { code }: FailureView): boolean {
  if (instead !== null && instead !== 'looking') return false;
  return !(typing === 'asked' && ASKS_FOR_TYPING.includes(code));
}
