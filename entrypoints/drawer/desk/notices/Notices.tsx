import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../../components/FailureNotice.tsx';
import type { DeskProps } from '../Desk.tsx';
import { NoticesProgress } from './NoticesProgress.tsx';
import { PayerNoticesView } from './PayerNoticesView.tsx';

/** What Asaas tells the payer by itself: read once it is asked for. */
export function Notices({ snapshot, connected, send }: DeskProps): ReactElement | null {
  const id = useId();
  const { notices } = snapshot.desk;
  if (notices === null || notices.chargeId !== snapshot.charge?.id) return null;
  const { open, payer, failure, job } = notices;
  const isTold = open && job !== null && job.state !== 'done';
  return (
    <section className="stack" aria-label={i18n.t('notices.heading')} data-notices="">
      <div className="buttons">
        <button
          type="button"
          data-key="v"
          aria-keyshortcuts="V"
          aria-expanded={open}
          aria-controls={id}
          disabled={!connected}
          onClick={() => {
            send({ verb: 'notices', open: !open });
          }}
        >
          {i18n.t('notices.heading')} <kbd aria-hidden="true">V</kbd>
        </button>
      </div>
      <div id={id} hidden={!open} className="stack">
        {open && payer === null && failure === null && (
          <p role="status" className="soft">
            {i18n.t('notices.reading')}
          </p>
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        {open && payer !== null && (
          <PayerNoticesView notices={notices} payer={payer} connected={connected} send={send} />
        )}
        {isTold && <NoticesProgress job={job} connected={connected} send={send} />}
      </div>
    </section>
  );
}
