import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { NoticeCosts } from '../../../../components/NoticeCosts.tsx';
import { NoticesGrid, type GridRow } from '../../../../components/NoticesGrid.tsx';
import { ixcTellsText, slotText } from '../../../../components/notices-text.ts';
import { Notice } from '../../../../components/Notice.tsx';
import { NOTICE_SLOTS } from '../../../../lib/billing/notices/notice.ts';
import type { NoticeRowView, PayerNotices } from '../../../../lib/messages/payer-notices.ts';
import type { DeskProps } from '../Desk.tsx';

interface PayerNoticesViewProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly notices: PayerNotices;
  readonly payer: NonNullable<PayerNotices['payer']>;
}

/** One payer: whether Asaas tells it anything, what, by which way, and what that costs. */
export function PayerNoticesView(props: PayerNoticesViewProps): ReactElement {
  const { notices, payer, connected, send } = props;
  const { job, fees, cost, twice } = notices;
  const isBusy = job !== null && !['done', 'blocked', 'cancelled'].includes(job.state);
  const idle = !connected || isBusy || !payer.changeable;
  return (
    <>
      {!payer.changeable && (
        <Notice tone="warn">
          <p>{i18n.t('notices.not_changeable')}</p>
        </Notice>
      )}
      <label className="choice">
        <input
          type="checkbox"
          role="switch"
          checked={!payer.silenced}
          aria-disabled={idle ? true : undefined}
          onChange={(event) => {
            if (!idle) send({ verb: 'notices-silence', silenced: !event.target.checked });
          }}
        />
        <span>{i18n.t('notices.told')}</span>
      </label>
      {payer.silenced ? (
        <>
          <p className="soft">{i18n.t('notices.silenced')}</p>
          <p className="soft small">{i18n.t('notices.if_told')}</p>
        </>
      ) : (
        <>
          {twice.length > 0 && (
            <Notice tone="warn" title={i18n.t('notices.twice')}>
              <ul className="points">
                {twice.map((which) => (
                  <li key={which}>{ixcTellsText(which)}</li>
                ))}
              </ul>
              <p>{i18n.t('notices.twice_way_out')}</p>
            </Notice>
          )}
          <Unreachable payer={payer} />
        </>
      )}
      <NoticesGrid
        caption={i18n.t('notices.heading')}
        rows={sorted(payer.rows).map(rowOf)}
        fees={fees}
        idle={idle || payer.silenced}
        atOnce
        onSwitch={(slot, channel, on) => {
          send({ verb: 'notices-switch', slot, channel, on });
        }}
      />
      <NoticeCosts fees={fees} cost={cost} />
      <p className="soft small">{i18n.t('notices.cost_note')}</p>
    </>
  );
}

/** What is switched on and cannot arrive: Asaas has no address for it. */
function Unreachable({ payer }: Pick<PayerNoticesViewProps, 'payer'>): ReactElement | null {
  const lacksMail = !payer.hasEmail && payer.rows.some(({ channels }) => channels.email);
  const lacksPhone =
    !payer.hasPhone &&
    payer.rows.some(({ channels: { sms, whatsapp, call } }) => sms || whatsapp || call);
  if (!lacksMail && !lacksPhone) return null;
  return (
    <Notice tone="warn">
      {lacksMail && <p>{i18n.t('notices.no_email')}</p>}
      {lacksPhone && <p>{i18n.t('notices.no_phone')}</p>}
    </Notice>
  );
}

function sorted(rows: readonly NoticeRowView[]): readonly NoticeRowView[] {
  const place = ({ slot }: NoticeRowView) =>
    slot === null ? NOTICE_SLOTS.length : NOTICE_SLOTS.indexOf(slot);
  return rows.toSorted((a, b) => place(a) - place(b));
}

function rowOf({ id, slot, event, scheduleOffset, channels }: NoticeRowView): GridRow {
  return {
    key: id,
    slot,
    name: slot === null ? event : slotText(slot, scheduleOffset),
    channels,
  };
}
