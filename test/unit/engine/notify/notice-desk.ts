import {
  createNotices,
  type Notice,
  type NoticePort,
} from '../../../../lib/engine/notify/notices.ts';
import type { Toast } from '../../../../lib/engine/notify/decide.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { addDays } from '../../../../lib/billing/calendar.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { chargeReference } from '../../../../lib/billing/reference.ts';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import { appendAudit } from '../../../../lib/engine/audit/append.ts';
import { raiseAlert } from '../../../../lib/ledger/alerts.ts';
import { putCharges } from '../../../../lib/ledger/put-charges.ts';
import type { AlertKind, ChargeRow } from '../../../../lib/ledger/rows.ts';
import type {
  NoticeKind,
  NotificationSettings,
  Settings,
} from '../../../../lib/settings/settings.ts';
import { day } from '../../../fixtures/day.ts';
import { customer } from '../../../fixtures/customer.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { reading } from '../../ledger/charge-rows.ts';
import { barePorts, freshLedger } from '../engine-ports.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';

/** A Tuesday in the time of the computer that runs the test, and nearly anywhere else. */
const START = new Date(2026, 10, 10, 13, 30).getTime();
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const TODAY = day('2026-11-10');

/** An operating system with its notices, and a browser with a ledger whose worker may be replaced. */
export function createNoticeDesk() {
  const ledger = freshLedger();
  let time = START;
  let current: Settings = settings;
  const standing = new Map<NoticeKind, Notice>();
  const told: Notice[] = [];
  const toasts: Toast[] = [];
  const system: NoticePort = {
    show: (notice) => {
      standing.set(notice.kind, notice);
      told.push(notice);
      return Promise.resolve();
    },
    clear: (kind) => {
      standing.delete(kind);
      return Promise.resolve();
    },
    toast: (toast) => {
      toasts.push(toast);
      return Promise.resolve();
    },
  };
  const client: Partial<IxcClient> = {
    invoice: (id) => Promise.resolve(ok({ ...invoice, id })),
    customer: () => Promise.resolve(ok(customer)),
  };
  const reader = { source: 'direct', client: client as IxcClient } as const;

  /** One life of the worker. */
  async function worker(overrides: Partial<EnginePorts> = {}, port: NoticePort = system) {
    const ports = await barePorts({
      ledger,
      now: () => time,
      readSettings: () => Promise.resolve(current),
      ixc: () => Promise.resolve(ok(reader)),
      ...overrides,
    });
    return { ports, ...createNotices(ports, port) };
  }

  /** Readings of charges of these invoices, as a sweep brings them. */
  async function read(
    ...changes: readonly (Partial<ChargeRow> & { readonly invoiceId: string })[]
  ) {
    time += 1000;
    const rows = changes.map((change) =>
      reading({
        id: `pay_${change.invoiceId}`,
        reference: chargeReference(KEY, change.invoiceId),
        billingType: 'PIX',
        dueDate: addDays(TODAY, 5),
        createdOn: day('2026-11-01'),
        seenAt: time,
        ...change,
      }),
    );
    await putCharges(ledger, rows, time);
  }

  function confirm(ports: EnginePorts, invoiceId: string) {
    return enqueueCreate(ports, {
      account,
      origin: ORIGIN,
      providerKey: KEY,
      invoiceId,
      confirmation: 'seen',
      choices: {},
    });
  }

  return {
    ledger,
    system,
    worker,
    read,
    standing,
    told,
    toasts,
    now: () => time,
    pass: (ms: number) => (time += ms),
    /** The clock of the computer today. */
    at: (hours: number, minutes = 0) => {
      time = new Date(new Date(time).setHours(hours, minutes, 0, 0)).getTime();
    },
    configure: (change: Partial<NotificationSettings>) => {
      current = { ...current, notifications: { ...current.notifications, ...change } };
    },
    switchOff: (kind: NoticeKind) => {
      const kinds = { ...current.notifications.kinds, [kind]: false };
      current = { ...current, notifications: { ...current.notifications, kinds } };
    },
    accounts: (accounts: Settings['accounts']) => {
      current = { ...current, accounts };
    },
    pay: (...ids: readonly string[]) =>
      read(...ids.map((invoiceId) => ({ invoiceId, status: 'RECEIVED', paymentDate: TODAY }))),
    /** The payments of the account were read in full. */
    swept: () =>
      ledger.meta.put({
        key: `sync:${account.id}`,
        value: { window: {}, pausedUntil: null, sweeps: { paid: { since: TODAY } } },
      }),
    alarm: (kind: AlertKind, subject: string, chargeIds: readonly string[] = []) =>
      raiseAlert(
        ledger,
        {
          kind,
          accountId: account.id,
          providerKey: KEY,
          invoiceId: subject,
          chargeIds,
          detail: {},
          subject,
        },
        time,
      ),
    confirm,
    /** A job that was confirmed and stopped for a person. */
    block: async (ports: EnginePorts, invoiceId: string) => {
      const job = await confirm(ports, invoiceId);
      await ledger.transaction('rw', ledger.jobs, ledger.audit, async () => {
        const { activeKey: _over, ...rest } = job;
        await ledger.jobs.put({ ...rest, state: 'blocked', nextAt: null });
        await appendAudit(ports, { action: 'job.blocked', job, detail: {} });
      });
    },
  };
}

export type NoticeDesk = ReturnType<typeof createNoticeDesk>;

/** A browser that was set up, and knows these invoices' open charges. */
export async function setUp(...ids: readonly string[]) {
  const desk = createNoticeDesk();
  await desk.swept();
  const notices = await desk.worker();
  await notices.tell();
  await desk.read(...ids.map((invoiceId) => ({ invoiceId })));
  await notices.tell();
  return { desk, notices };
}
