import { cents } from '../../../lib/billing/money.ts';
import { FRUGAL_GRID } from '../../../lib/billing/notices/frugal-grid.ts';
import { NOTICE_SLOTS } from '../../../lib/billing/notices/notice.ts';
import type {
  NoticeItemRow,
  NoticeItemState,
  NoticesRunJobRow,
} from '../../../lib/ledger/notice-rows.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { PayerNotices } from '../../../lib/messages/payer-notices.ts';
import { charged, ready } from './drawer-samples.ts';
import { complete } from './page-stories.ts';
import { KEY, NOW, ORIGIN, SANDBOX } from './popup-samples.ts';

const charge = await charged();

/** Told by e-mail of everything, and once by SMS, for which Asaas has no telephone. */
export const payer: NonNullable<PayerNotices['payer']> = {
  id: 'cus_000000000077',
  silenced: false,
  hasEmail: true,
  hasPhone: false,
  changeable: true,
  rows: NOTICE_SLOTS.map((slot, at) => ({
    id: `not_${at}`,
    slot,
    event: 'PAYMENT',
    scheduleOffset: slot === 'due-soon' ? 10 : slot === 'overdue-again' ? 7 : 0,
    channels: { email: true, sms: slot === 'overdue', whatsapp: false, call: false },
  })),
};

const notices: PayerNotices = {
  chargeId: charge.id,
  open: true,
  payer,
  failure: null,
  fees: { messaging: cents(99), whatsapp: cents(55), call: null },
  cost: { onTime: cents(99), late: cents(99) },
  twice: ['email', 'sms', 'collection', 'carteira'],
  job: null,
};

/** A drawer with this of the notices in it. */
export const showing = (change: Partial<PayerNotices> = {}): DrawerSnapshot => ({
  ...ready,
  plan: null,
  planId: null,
  charge,
  desk: { ...NO_DESK, notices: { ...notices, ...change } },
});

/** What the drawer may have to show of them. */
export const noticeStories: Readonly<Record<string, Partial<PayerNotices>>> = {
  told: {},
  silenced: { payer: { ...payer, silenced: true }, twice: [] },
  anothers: { payer: { ...payer, changeable: false, hasPhone: true }, twice: [] },
  dear: {
    fees: { messaging: null, whatsapp: cents(1055), call: cents(60) },
    payer: {
      ...payer,
      hasPhone: true,
      rows: payer.rows.map((row) => ({
        ...row,
        channels: { email: true, sms: true, whatsapp: true, call: true },
      })),
    },
    twice: [],
  },
  unread: { payer: null, failure: { code: 'asaas-network' }, twice: [] },
};

/** Asaas tells the payers. */
export const told = { ...complete, sending: { ...complete.sending, notifier: 'asaas' as const } };

/** Its id. */
export const JOB = 'c'.repeat(32);
/** A standardisation that was read and waits to be confirmed. */
export function run(change: Partial<NoticesRunJobRow> = {}): NoticesRunJobRow {
  return {
    ...{ kind: 'notices-run', id: JOB, state: 'waiting', activeKey: `notices-run:${SANDBOX}` },
    ...{ accountId: SANDBOX, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
    ...{ invoiceId: '', createdAt: NOW - 60_000, revision: 3, nextAt: null, tries: 0, lease: null },
    ...{ attempts: [], absentLocates: [], reasons: [], failure: null, chargeId: null },
    ...{ verifications: 0, phase: 'ready', notifier: 'asaas', grid: FRUGAL_GRID, offset: 0 },
    held: false,
    ...change,
  };
}

/** So many payers of each state. */
export function items(states: Readonly<Partial<Record<NoticeItemState, number>>>): NoticeItemRow[] {
  return Object.entries(states).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ jobId: JOB, payerId: `cus_${state}_${at}`, state: state as NoticeItemState },
      ...{ silenced: false, hasEmail: true, hasPhone: true, asked: state === 'failed' ? 1 : 0 },
      failure:
        state === 'failed' ? ({ code: 'asaas-rejected', detail: 'Recusado.' } as const) : null,
    })),
  );
}
