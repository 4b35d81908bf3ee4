import { describe, expect, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import { HOUR, MINUTE, setUp, TODAY, type NoticeDesk } from './notice-desk.ts';

const NAME = 'Maria';
const said = ({ standing }: NoticeDesk) => JSON.stringify([...standing]);
const LUNCH = { from: '13:00', to: '14:00' };
const locked = { ixc: () => Promise.resolve(fail({ code: 'locked' } as const)) };

/** One payment that was told. */
async function told({ showNames = false } = {}) {
  const { desk, notices } = await setUp('1', '2');
  desk.configure({ showNames });
  await desk.pay('1');
  await notices.tell();
  return { desk, notices };
}

const refund = (desk: NoticeDesk) =>
  desk.read({ invoiceId: '1', status: 'REFUNDED', paymentDate: TODAY });

describe('a notice that stands for more than an hour', () => {
  it('still leads to its charge by a click', async () => {
    const { desk, notices } = await told();
    desk.pass(HOUR + MINUTE);
    await notices.tell();
    expect(desk.standing.get('received')).toBeDefined();
    expect(await notices.clicked('received')).toMatchObject({ to: 'invoice', invoiceId: '1' });
  });

  it('is taken away when its payment goes back', async () => {
    const { desk, notices } = await told();
    desk.pass(HOUR + MINUTE);
    await notices.tell();
    await refund(desk);
    await notices.tell();
    expect(desk.standing.get('received')).toBeUndefined();
  });
});

describe('a notice that stands in quiet hours', () => {
  it('goes when its payment goes back, although another one waits to be told', async () => {
    const { desk, notices } = await told();
    desk.configure({ quietHours: LUNCH });
    await refund(desk);
    await desk.pay('2');
    await notices.tell();
    expect(desk.standing.get('received')).toBeUndefined();
    expect(await notices.clicked('received')).toEqual({ to: 'popup' });
    desk.at(14);
    await notices.tell();
    expect(desk.standing.get('received')).toMatchObject({ only: { invoiceId: '2' } });
  });

  it('leads to what it says, and what waits is told later all the same', async () => {
    const { desk, notices } = await told();
    desk.configure({ quietHours: LUNCH });
    await desk.pay('2');
    await notices.tell();
    expect(await notices.clicked('received')).toMatchObject({ to: 'invoice', invoiceId: '1' });
    desk.at(14);
    await notices.tell();
    expect(desk.standing.get('received')).toMatchObject({ only: { invoiceId: '2' } });
  });
});

describe('a name in a standing notice', () => {
  it('goes with the lock, and is not said again by it', async () => {
    const { desk } = await told({ showNames: true });
    expect(said(desk)).toContain(NAME);
    const behindLock = await desk.worker(locked);
    await behindLock.tell();
    expect(said(desk)).not.toContain(NAME);
    expect(await behindLock.clicked('received')).toMatchObject({ to: 'invoice', invoiceId: '1' });
  });

  it('goes when names are switched off, once', async () => {
    const { desk, notices } = await told({ showNames: true });
    desk.configure({ showNames: false });
    await notices.tell();
    await notices.tell();
    expect(said(desk)).not.toContain(NAME);
    expect(desk.told).toHaveLength(2);
  });

  it('goes without a sound in quiet hours, and the notice comes back without it', async () => {
    const { desk } = await told({ showNames: true });
    desk.configure({ quietHours: LUNCH });
    const behindLock = await desk.worker(locked);
    await behindLock.tell();
    expect(desk.standing.size).toBe(0);
    expect(desk.told).toHaveLength(1);
    desk.at(14);
    await behindLock.tell();
    expect(desk.standing.get('received')).toMatchObject({
      only: { invoiceId: '1', customerName: null },
    });
  });

  it('stays while only the network is gone', async () => {
    const { desk } = await told({ showNames: true });
    const offline = await desk.worker({ ixc: () => Promise.reject(new Error('no network')) });
    await offline.tell();
    expect(desk.told).toHaveLength(1);
  });
});
