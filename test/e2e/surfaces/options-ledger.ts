import type { CounterState } from '../../../lib/engine/sync/counter-state.ts';
import { cents } from '../../../lib/billing/money.ts';
import { chargeReference } from '../../../lib/billing/reference.ts';
import { unspent } from '../../../lib/ledger/quota.ts';
import type { ChargeRow, InvoiceRow } from '../../../lib/ledger/rows.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';
import type { LedgerRows } from './popup-ledger.ts';
import {
  alert,
  ended,
  job,
  KEY,
  NOW,
  ORIGIN,
  PRODUCTION,
  SANDBOX,
  swept,
} from './popup-samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whose installation the page believes to be in. */
export const HERE = 'aaaa1111-2222-4333-8444-555566667777';
/** Of whom `keepingRows` holds a paid charge, an open one, and a job that is over. */
export const CUSTOMER = '77';
/** Of whom it holds a job under way. */
export const BUSY_CUSTOMER = '88';

function read(id: string, customerId: string): InvoiceRow {
  return { ...invoice, id, customerId, origin: ORIGIN, readAt: NOW - HOUR };
}

function seen(invoiceId: string, change: Partial<ChargeRow>): ChargeRow {
  const place = { accountId: SANDBOX, providerKey: KEY, invoiceId, seenAt: NOW - HOUR };
  return {
    ...charge,
    ...{ id: `pay_${invoiceId}`, reference: chargeReference(KEY, invoiceId), value: cents(129_90) },
    ...place,
    ...change,
  };
}

const counter: CounterState = {
  startedAt: NOW - 2 * MINUTE,
  cursor: '2026-11-22 14:03:20',
  checkedAt: NOW - HOUR,
  allReadAt: NOW - 3 * HOUR,
  pending: ['4801', '4802'],
};

/** A ledger that has been worked with: quota used, cursors on their way, two customers. */
export const keepingRows: LedgerRows = {
  meta: [
    { key: 'installation', value: { id: HERE, generation: 3, inherits: false } },
    { key: `provider-key:${ORIGIN}`, value: KEY },
    swept(SANDBOX, 2 * MINUTE),
    { key: `sync-counter:${ORIGIN}`, value: counter },
  ],
  quota: [
    {
      ...unspent(SANDBOX),
      since: NOW - 3 * HOUR,
      spent: { sweep: 640, job: 3_150, person: 88 },
    },
    {
      ...unspent(PRODUCTION),
      since: NOW - 11 * HOUR,
      spent: { sweep: 1_000, job: 19_990, person: 10 },
      failures: 6,
      pausedUntil: NOW + 5 * MINUTE,
    },
  ],
  alerts: [alert('storage-low')],
  invoices: [read('4801', CUSTOMER), read('4802', CUSTOMER), read('4803', BUSY_CUSTOMER)],
  charges: [
    seen('4801', { status: 'RECEIVED', paymentDate: day('2026-11-20'), payerId: 'cus_77' }),
    seen('4802', { payerId: 'cus_77' }),
  ],
  jobs: [
    ended({ id: 'job-77', invoiceId: '4801', state: 'done', chargeId: 'pay_4801' }),
    job({ id: 'job-88', invoiceId: '4803', state: 'waiting', customerId: BUSY_CUSTOMER }),
  ],
};
