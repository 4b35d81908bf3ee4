import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { day } from '../../../fixtures/day.ts';
import { DAY, MINUTE, twoSides } from './two-sides.ts';

/** Recently paid, and known: more than two pages of them, and one that was made before all of those. */
async function busyWeek(paid = 230) {
  const sides = twoSides();
  const browser = await sides.browser();
  const made = (days: number) => ({ createdAt: sides.clock.now() - days * DAY });
  const oldest = sides.charged(made(40)).charge;
  for (let at = 0; at < paid; at += 1) {
    sides.asaas.pay(sides.seed({ invoiceId: String(50_000 + at), ...made(10) }).id);
  }
  const { charge: leaving } = sides.charged(made(9));
  const [value, paidOn] = [cents(leaving.value), day('2026-11-10')];
  await browser.client.receiveInCash(leaving.id, { value, paidOn, notify: false });
  await browser.only('open');
  // The first reading is of a week, and the next ones of today.
  await browser.only('paid');
  await browser.only('paid');
  await sides.clock.advance(2 * MINUTE);
  return { sides, browser, oldest, leaving };
}

describe('a payment that came as another one went, behind a hundred others', () => {
  it('is seen by one of the next readings, a page further each time', async () => {
    const { sides, browser, oldest, leaving } = await busyWeek();
    await browser.client.undoReceiveInCash(leaving.id);
    sides.asaas.pay(oldest.id);
    const requests = [await browser.only('paid'), await browser.only('paid')];
    expect(requests).toEqual([2, 2]);
    expect(await browser.row(oldest.id)).toMatchObject({ status: 'RECEIVED' });
  });

  it('takes no request more where everything paid is on one page', async () => {
    const { browser } = await busyWeek(40);
    expect(await browser.only('paid')).toBe(1);
  });
});
