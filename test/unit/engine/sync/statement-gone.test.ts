import { expect, it } from 'vitest';
import type { AccountState } from '../../../../lib/engine/sync/account-state.ts';
import { account } from '../../../fixtures/settings.ts';
import { DAY, MINUTE, twoSides } from './two-sides.ts';

it('a charge that Asaas finds no more keeps neither the statement nor the account from going on', async () => {
  const sides = twoSides();
  const browser = await sides.browser();
  const [gone, other] = [sides.charged(), sides.charged()];
  await browser.settle();
  for (const { charge } of [gone, other]) sides.asaas.pay(charge.id);
  await browser.only('paid');
  sides.asaas.addFault({
    method: 'GET',
    path: `/v3/payments/${gone.charge.id}`,
    fault: { kind: 'status', status: 404 },
    times: 0,
  });
  sides.asaas.refund(gone.charge.id, { value: 1_000 });
  await sides.clock.advance(MINUTE);
  sides.asaas.refund(other.charge.id, { value: 1_000 });
  await sides.clock.advance(DAY);
  for (let turn = 0; turn < 20; turn += 1) {
    await browser.sync.run();
    await sides.clock.advance(6 * MINUTE);
  }
  const told = (await browser.alerts()).filter(({ kind }) => kind === 'reversed');
  const charges = told.flatMap(({ chargeIds }) => chargeIds);
  expect(charges.toSorted()).toEqual([gone.charge.id, other.charge.id].toSorted());
  const state = (await browser.ledger.meta.get(`sync:${account.id}`))?.value as AccountState;
  expect(state.pausedUntil ?? 0).toBeLessThanOrEqual(sides.clock.now());
});
