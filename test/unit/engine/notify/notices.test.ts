import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { dismissAlert } from '../../../../lib/ledger/alerts.ts';
import { day } from '../../../fixtures/day.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { HOUR, MINUTE, setUp, TODAY } from './notice-desk.ts';

const DAY = 24 * HOUR;
const only = (invoiceId: string | null, rest: object = {}) => ({
  count: 1,
  only: { invoiceId, customerName: null, alert: null, ...rest },
});

describe('a payment', () => {
  it('is told with its amount and without a name', async () => {
    const { desk, notices } = await setUp('1');
    await desk.pay('1');
    await notices.tell();
    expect(desk.told).toEqual([{ kind: 'received', total: cents(10_000), ...only('1') }]);
  });

  it('is told once', async () => {
    const { desk, notices } = await setUp('1');
    await desk.pay('1');
    for (let minute = 0; minute < 3; minute += 1) {
      desk.pass(MINUTE);
      await notices.tell();
    }
    await (await desk.worker()).tell();
    expect(desk.told).toHaveLength(1);
  });

  it('carries the name where names are shown, and none while IXC cannot be read', async () => {
    const { desk, notices } = await setUp('1', '2');
    desk.configure({ showNames: true });
    await desk.pay('1');
    await notices.tell();
    expect(desk.told).toMatchObject([only('1', { customerName: 'Maria Exemplo da Silva' })]);
    const unreadable = await desk.worker({ ixc: () => Promise.reject(new Error('no network')) });
    desk.pass(2 * HOUR);
    await desk.pay('2');
    await unreadable.tell();
    expect(desk.told.at(-1)).toMatchObject(only('2'));
  });

  it('of several is one notice with count and total, and no name', async () => {
    const { desk, notices } = await setUp('1', '2', '3');
    desk.configure({ showNames: true });
    await desk.pay('1', '2', '3');
    await notices.tell();
    expect(desk.told).toEqual([{ kind: 'received', count: 3, total: cents(30_000), only: null }]);
  });

  it('of more than one look takes is still one notice', async () => {
    const ids = Array.from({ length: 1_200 }, (_, at) => String(at + 1));
    const { desk, notices } = await setUp(...ids);
    await desk.pay(...ids);
    await notices.tell();
    expect(desk.told).toEqual([
      { kind: 'received', count: 1_200, total: cents(12_000_000), only: null },
    ]);
    expect(desk.toasts.length).toBeLessThanOrEqual(60);
  });

  it('joins the notice that still stands, and begins a new one once that was read', async () => {
    const { desk, notices } = await setUp('1', '2', '3', '4');
    await desk.pay('1');
    await notices.tell();
    await desk.pay('2');
    await notices.tell();
    expect(desk.standing.get('received')).toMatchObject({ count: 2, total: 20_000 });
    await notices.dismissed('received');
    await desk.pay('3');
    await notices.tell();
    expect(desk.standing.get('received')).toMatchObject(only('3'));
    desk.pass(2 * HOUR);
    await desk.pay('4');
    await notices.tell();
    expect(desk.standing.get('received')).toMatchObject(only('4'));
  });

  it('that only waits for its credit is none', async () => {
    const { desk, notices } = await setUp('1');
    await desk.read({ invoiceId: '1', status: 'CONFIRMED', creditDate: TODAY });
    await notices.tell();
    expect(desk.told).toEqual([]);
  });

  it('that was won back from a dispute is none', async () => {
    const { desk, notices } = await setUp('1');
    await desk.pay('1');
    await notices.tell();
    await desk.read({ invoiceId: '1', status: 'CHARGEBACK_DISPUTE', paymentDate: TODAY });
    await desk.pay('1');
    await notices.tell();
    expect(desk.told).toHaveLength(1);
  });

  it('that went back before it was told is never told', async () => {
    const { desk, notices } = await setUp('1');
    desk.configure({ quietHours: { from: '13:00', to: '14:00' } });
    await desk.pay('1');
    await notices.tell();
    await desk.read({ invoiceId: '1', status: 'REFUNDED', paymentDate: TODAY });
    desk.at(14);
    await notices.tell();
    expect(desk.told).toEqual([]);
  });

  it('of a test is not told beside real money', async () => {
    const { desk, notices } = await setUp('1');
    const real = {
      ...account,
      id: 'production:11222333000181',
      environment: 'production',
    } as const;
    desk.accounts([account, real]);
    await desk.pay('1');
    await notices.tell();
    expect(desk.told).toEqual([]);
  });
});

describe('a due date that lapsed', () => {
  it('is told once the charge is overdue, and taken back when it is paid after all', async () => {
    const { desk, notices } = await setUp('1');
    await desk.read({ invoiceId: '1', dueDate: TODAY });
    desk.pass(DAY);
    await desk.read({ invoiceId: '1', dueDate: TODAY, status: 'OVERDUE' });
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'overdue', ...only('1') }]);
    await desk.read({ invoiceId: '1', status: 'RECEIVED', paymentDate: TODAY });
    await notices.tell();
    expect([...desk.standing.keys()]).toEqual(['received']);
  });

  it('on a Saturday is told on Monday, when the office opens', async () => {
    const { desk, notices } = await setUp('1');
    // Friday 13; a Pix is overdue from Saturday on.
    await desk.read({ invoiceId: '1', dueDate: day('2026-11-13') });
    desk.pass(6 * DAY);
    await desk.read({ invoiceId: '1', dueDate: day('2026-11-13'), status: 'OVERDUE' });
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'overdue', ...only('1') }]);
  });
});

describe('a job that stopped', () => {
  it('is told, and taken back once it was tried anew', async () => {
    const { desk, notices } = await setUp();
    await desk.block(notices.ports, '8');
    await notices.tell();
    expect(desk.told).toEqual([{ kind: 'blocked', total: cents(0), ...only('8') }]);
    desk.pass(MINUTE);
    await desk.confirm(notices.ports, '8');
    await notices.tell();
    expect(desk.standing.has('blocked')).toBe(false);
  });

  it('leads to its invoice by a click; several lead to the popup', async () => {
    const { desk, notices } = await setUp();
    await desk.block(notices.ports, '8');
    await notices.tell();
    expect(await notices.clicked('blocked')).toEqual({
      to: 'invoice',
      origin: ORIGIN,
      invoiceId: '8',
    });
    expect(desk.standing.size).toBe(0);
    await desk.block(notices.ports, '9');
    await desk.block(notices.ports, '10');
    await notices.tell();
    expect(desk.standing.get('blocked')).toMatchObject({ count: 2, only: null });
    expect(await notices.clicked('blocked')).toEqual({ to: 'popup' });
  });
});

describe('an alarm', () => {
  it('of money that came in twice is told with its invoice', async () => {
    const { desk, notices } = await setUp();
    await desk.alarm('paid-on-both-sides', '5');
    await notices.tell();
    expect(desk.told).toMatchObject([
      { kind: 'paid-twice', ...only('5', { alert: 'paid-on-both-sides' }) },
    ]);
  });

  it('of a key leads to the options', async () => {
    const { desk, notices } = await setUp();
    await desk.alarm('key-lapse', account.id);
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'key-lapse', count: 1 }]);
    expect(await notices.clicked('key-lapse')).toEqual({ to: 'options' });
  });

  it('is told again only when it says something else after it was dismissed', async () => {
    const { desk, notices } = await setUp();
    await desk.alarm('paid-twice', '5', ['pay_1', 'pay_2']);
    await notices.tell();
    const [alert] = await desk.ledger.alerts.toArray();
    await dismissAlert(desk.ledger, alert?.id ?? '', desk.now());
    await notices.tell();
    expect(desk.standing.size).toBe(0);
    await desk.alarm('paid-twice', '5', ['pay_1', 'pay_2']);
    await notices.tell();
    expect(desk.told).toHaveLength(1);
    await desk.alarm('paid-twice', '5', ['pay_1', 'pay_2', 'pay_3']);
    await notices.tell();
    expect(desk.told).toHaveLength(2);
  });

  it('about payments of long ago, which a first reading finds, is for the popup alone', async () => {
    const { desk, notices } = await setUp();
    const paidLongAgo = { status: 'RECEIVED', paymentDate: day('2026-03-02') };
    await desk.read({ invoiceId: '5', ...paidLongAgo }, { invoiceId: '6', ...paidLongAgo });
    await desk.alarm('paid-twice', '5', ['pay_5', 'pay_6']);
    await notices.tell();
    expect(desk.told).toEqual([]);
  });
});

describe('a kind that is switched off', () => {
  it('is not told, nor later when it is switched on again', async () => {
    const { desk, notices } = await setUp('1');
    desk.switchOff('received');
    await desk.pay('1');
    await notices.tell();
    desk.configure({ kinds: settings.notifications.kinds });
    await notices.tell();
    expect(desk.told).toEqual([]);
    expect(desk.toasts).toEqual([]);
  });

  it('takes its notice away', async () => {
    const { desk, notices } = await setUp('1');
    await desk.pay('1');
    await notices.tell();
    desk.switchOff('received');
    await notices.tell();
    expect(desk.standing.size).toBe(0);
  });
});

describe('a panel', () => {
  it('is told of a charge by its id and group alone', async () => {
    const { desk, notices } = await setUp('1', '2');
    await desk.pay('1');
    await desk.read({ invoiceId: '2', status: 'CONFIRMED' });
    await desk.block(notices.ports, '8');
    await notices.tell();
    expect(desk.toasts).toEqual([
      { origin: ORIGIN, invoiceId: '1', group: 'paid' },
      { origin: ORIGIN, invoiceId: '2', group: 'confirmed' },
      { origin: ORIGIN, invoiceId: '8', group: 'failed' },
    ]);
  });

  it('is told nothing of charges that only an alias brings', async () => {
    const { desk, notices } = await setUp();
    await desk.read({ invoiceId: '3', providerKey: 'outro-provedor' });
    await notices.tell();
    await desk.read({
      invoiceId: '3',
      providerKey: 'outro-provedor',
      status: 'RECEIVED',
      paymentDate: TODAY,
    });
    await notices.tell();
    expect(desk.toasts).toEqual([]);
  });

  it('that charges real money is told nothing of a test', async () => {
    const { desk } = await setUp('1');
    const id = 'production:11222333000181';
    const real = { ...account, id, environment: 'production' } as const;
    const panels = settings.panels.map((one) => ({ ...one, accountId: id, routes: [] }));
    const here = { ...settings, accounts: [account, real], panels };
    const notices = await desk.worker({ readSettings: () => Promise.resolve(here) });
    await desk.pay('1');
    await desk.block(notices.ports, '8');
    await notices.tell();
    expect(desk.toasts).toEqual([]);
  });
});
