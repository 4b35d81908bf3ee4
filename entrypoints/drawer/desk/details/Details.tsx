import { useEffect, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { momentText } from '../../../../components/formats.ts';
import { failureText } from '../../../../components/text.ts';
import type { ChargeDetails } from '../../../../lib/messages/charge-details.ts';
import type { DeskProps } from '../Desk.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { AuditLines } from './AuditLines.tsx';
import { MoneyFacts } from './MoneyFacts.tsx';
import { OtherInvoices } from './OtherInvoices.tsx';
import { Timeline } from './Timeline.tsx';

/** What is seldom looked at, and read only once it is: closed, it asks nobody anything. */
export function Details({ snapshot, connected, send }: DeskProps): ReactElement | null {
  const [open, setOpen] = useState(false);
  const { details } = snapshot.desk;
  const isMissing = open && details === null && connected;
  useEffect(() => {
    // Also after a lock, and for a worker that began anew.
    if (isMissing) send({ verb: 'details' });
  }, [isMissing, send]);
  if (snapshot.invoice === null && snapshot.charge === null) return null;
  return (
    <Disclosure
      heading={i18n.t('details.heading')}
      mark="data-details"
      letter="d"
      open={open}
      onToggle={() => {
        setOpen(!open);
      }}
      reading={open && details === null ? i18n.t('details.reading') : null}
      bodyClass="details-body"
    >
      {open && details !== null && (
        <Told
          details={details}
          hasCharge={snapshot.charge !== null}
          onOpen={(invoice) => {
            send({ verb: 'open-invoice', id: invoice });
          }}
        />
      )}
    </Disclosure>
  );
}

interface ToldProps {
  readonly details: ChargeDetails;
  readonly hasCharge: boolean;
  readonly onOpen: (invoiceId: string) => void;
}

function Told({ details, hasCharge, onOpen }: ToldProps): ReactElement {
  const { failure, money, timeline, audit, others } = details;
  return (
    <>
      {hasCharge && <p role="status">{viewedText(details)}</p>}
      {failure !== null && (
        <p className="soft small">
          {i18n.t('details.asaas_unread')} {failureText(failure)}
        </p>
      )}
      {money !== null && <MoneyFacts money={money} />}
      <details open>
        <summary>{i18n.t('details.timeline')}</summary>
        <Timeline entries={timeline} />
      </details>
      <details>
        <summary>{i18n.t('details.others', { count: String(others.open.length) })}</summary>
        <OtherInvoices others={others} onOpen={onOpen} />
      </details>
      <details>
        <summary>{i18n.t('details.audit', { count: String(audit.length) })}</summary>
        <AuditLines lines={audit} />
      </details>
    </>
  );
}

/** One line in every case, so that the answer moves nothing. */
function viewedText({ reading, viewed }: ChargeDetails): string {
  if (viewed === null) return i18n.t(reading ? 'details.reading' : 'details.views_unknown');
  if (viewed.at === null) return i18n.t('details.never_viewed');
  const time = momentText(viewed.at);
  return i18n.t(viewed.by === 'slip' ? 'details.slip_viewed_at' : 'details.viewed_at', { time });
}
