import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../../components/FailureNotice.tsx';
import type { DeskProps } from '../Desk.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { NoticesProgress } from './NoticesProgress.tsx';
import { PayerNoticesView } from './PayerNoticesView.tsx';

/** What Asaas tells the payer by itself: read once it is asked for. */
export function Notices({ snapshot, connected, send }: DeskProps): ReactElement | null {
  const { notices } = snapshot.desk;
  if (notices === null || notices.chargeId !== snapshot.charge?.id) return null;
  const { open, payer, failure, job } = notices;
  const isTold = open && job !== null && job.state !== 'done';
  return (
    <Disclosure
      heading={i18n.t('notices.heading')}
      mark="data-notices"
      letter="v"
      open={open}
      onToggle={() => {
        send({ verb: 'notices', open: !open });
      }}
      disabled={!connected}
      reading={open && payer === null && failure === null ? i18n.t('notices.reading') : null}
      bodyClass="stack"
    >
      {failure !== null && <FailureNotice failure={failure} />}
      {open && payer !== null && (
        <PayerNoticesView notices={notices} payer={payer} connected={connected} send={send} />
      )}
      {isTold && <NoticesProgress job={job} connected={connected} send={send} />}
    </Disclosure>
  );
}
