import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../../lib/engine/notify/notices.ts';
import { importText } from '../../../../lib/engine/data/import.ts';
import { exportText } from '../../../../lib/engine/data/export.ts';
import { day } from '../../../fixtures/day.ts';
import { account, settings } from '../../../fixtures/settings.ts';
import { MINUTE, twoSides } from '../sync/two-sides.ts';
import { createNoticeDesk, setUp, TODAY } from './notice-desk.ts';

describe('the first reading of an account', () => {
  it('tells nothing of what it finds, be it of today, and tells what happens next', async () => {
    const sides = twoSides();
    const paid = Array.from({ length: 120 }, (_, at) =>
      sides.seed({ invoiceId: String(900 + at) }),
    );
    for (const { id } of paid) sides.asaas.pay(id);
    const next = sides.seed({ invoiceId: '2000', dueDate: '2026-11-09' });
    const desk = createNoticeDesk();
    const browser = await sides.browser();
    const notices = createNotices(browser.ports, desk.system);
    await notices.tell();
    for (let minute = 0; minute < 5; minute += 1) {
      await browser.sync.run();
      await notices.tell();
      await sides.clock.advance(MINUTE);
    }
    expect(await browser.ledger.happenings.count()).toBeGreaterThan(0);
    expect(desk.told).toEqual([]);
    sides.asaas.pay(next.id);
    await sides.clock.advance(30 * MINUTE);
    await browser.sync.run();
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'received', count: 1, only: { invoiceId: '2000' } }]);
  });

  it('once it is over, a charge that another browser made and that is paid already is told', async () => {
    const { desk, notices } = await setUp();
    await desk.read({ invoiceId: '7', status: 'RECEIVED', createdOn: TODAY, paymentDate: TODAY });
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'received', only: { invoiceId: '7' } }]);
  });
});

describe('an installation that was there before there were notices', () => {
  it('begins with what happens from then on', async () => {
    const desk = createNoticeDesk();
    const notices = await desk.worker();
    await desk.read({ invoiceId: '1' }, { invoiceId: '2' });
    await desk.pay('1');
    await desk.block(notices.ports, '8');
    await desk.alarm('key-lapse', account.id);
    await notices.tell();
    expect(desk.told).toEqual([]);
    await desk.pay('2');
    await notices.tell();
    expect(desk.told).toMatchObject([{ kind: 'received', only: { invoiceId: '2' } }]);
  });
});

describe('an import', () => {
  it('tells nothing of its charges, jobs and alarms, nor when old payments of them are read', async () => {
    const elsewhere = await setUp(...Array.from({ length: 50 }, (_, at) => String(at + 1)));
    const theirs = { ...elsewhere.notices.ports, installationId: 'elsewhere' };
    await elsewhere.desk.block(theirs, '8');
    await elsewhere.desk.alarm('paid-on-both-sides', '5');
    const read = () => Promise.resolve(settings);
    const text = await exportText({ ...theirs, settings: { read } });
    const { desk, notices } = await setUp();
    const ports = { ...notices.ports, settings: { read, update: read } };
    expect(await importText(ports, text)).toMatchObject({ ok: true, value: { charges: 50 } });
    await notices.tell();
    await desk.read({ invoiceId: '1', status: 'RECEIVED', paymentDate: day('2026-11-02') });
    await notices.tell();
    expect(desk.told).toEqual([]);
  });
});
