import { expect, it } from 'vitest';
import { eraseSubject } from '../../../../lib/engine/data/erase-subject.ts';
import { forgetAccount } from '../../../../lib/engine/data/forget-account.ts';
import { sweepRetention } from '../../../../lib/engine/data/retention.ts';
import { exportSubject } from '../../../../lib/engine/data/subject.ts';
import { enqueueAdopt } from '../../../../lib/engine/outbox/desk/adopt-queue.ts';
import { eraseStaged } from '../../../../lib/ledger/adoption-staged.ts';
import { keepConfirmedKey } from '../../../../lib/ledger/provider-keys.ts';
import { KEPT_DAYS, RETENTION } from '../../../../lib/ledger/retention-rules.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { existingCharges } from './adoption-kit.ts';

const DAY = 86_400_000;

async function compared() {
  const at = existingCharges();
  for (const customer of ['7', '9']) {
    at.invoice(customer);
    at.charge(customer);
  }
  const browser = await at.browser();
  await browser.start();
  await browser.adoption.run();
  return { ...at, profile: browser };
}

it('what was compared of a customer is handed out and erased with the customer', async () => {
  const { profile } = await compared();
  const subject = { origin: ORIGIN, customerId: '7' };
  const mine = (await profile.rows()).find(({ customerId }) => customerId === '7');
  expect(await exportSubject(profile.ports, subject)).toContain(mine?.id);
  expect(await eraseSubject(profile.ports, subject)).toMatchObject({ ok: true });
  expect((await profile.rows()).map(({ customerId }) => customerId)).toEqual(['9']);
});

it('a customer is not erased while a charge of theirs is being linked', async () => {
  const { profile } = await compared();
  await profile.link();
  const mine = (await profile.rows()).find(({ customerId }) => customerId === '7');
  if (!mine) throw new Error('none');
  await enqueueAdopt(profile.ports, mine, 'link');
  const subject = { origin: ORIGIN, customerId: '7' };
  const [invoice] = mine.invoiceIds;
  expect(await eraseSubject(profile.ports, subject)).toMatchObject({
    error: { code: 'subject-busy', params: { invoice } },
  });
  await profile.adoption.run();
  await profile.pass(2);
  expect(await eraseSubject(profile.ports, subject)).toMatchObject({ ok: true });
});

it('a link that stopped is erased with the customer, and no other', async () => {
  const { profile, asaas } = await compared();
  await keepConfirmedKey(profile.ledger, ORIGIN, KEY);
  const mine = (await profile.rows()).find(({ customerId }) => customerId === '7');
  asaas.edit(mine?.id ?? '', { externalReference: 'OUTRO-SISTEMA-1' });
  await profile.link();
  await profile.adoption.run();
  await profile.pass(2);
  expect(await profile.of(mine?.id ?? '')).toMatchObject({ stage: 'stopped' });
  const about = async () =>
    (await profile.ledger.jobs.toArray()).map(({ invoiceId }) => invoiceId).toSorted();
  const [invoice = ''] = mine?.invoiceIds ?? [];
  expect(await about()).toContain(invoice);
  expect(await eraseSubject(profile.ports, { origin: ORIGIN, customerId: '7' })).toMatchObject({
    ok: true,
  });
  expect(await about()).not.toContain(invoice);
  expect(await about()).not.toEqual([]);
});

it('what was compared is kept for thirteen months', async () => {
  const { profile, clock } = await compared();
  const sweep = async () => {
    const { panels } = await profile.ports.readSettings();
    const house = { ledger: profile.ledger, settings: { panels }, now: clock.now() };
    for (const rule of RETENTION) await rule(house, null, 100);
  };
  await sweep();
  expect(await profile.rows()).toHaveLength(2);
  await clock.advance((KEPT_DAYS.history + 1) * DAY);
  await sweep();
  expect(await profile.rows()).toEqual([]);
});

async function underWay() {
  const at = existingCharges();
  const profile = await at.browser();
  await profile.start();
  const tags = { person: 'ab'.repeat(16), name: 'cd'.repeat(16) };
  await profile.ledger.adoptionSeen.bulkPut([
    { side: 'customer', id: '7', ...tags, initials: 'AB' },
    { side: 'customer', id: '9', ...tags, initials: 'CD' },
    { side: 'payer', id: 'cus_7', ...tags, payerOf: '7', isForeign: false },
  ]);
  await profile.handlers['adoption/pause']({ verb: 'adoption/pause', paused: true });
  return { ...at, profile };
}

it('what a comparison under way has read of a customer is erased with the customer', async () => {
  const { profile } = await underWay();
  const subject = { origin: ORIGIN, customerId: '7' };
  expect(await eraseSubject(profile.ports, subject)).toMatchObject({ ok: true });
  expect(await profile.ledger.adoptionSeen.toArray()).toMatchObject([{ id: '9' }]);
});

it('a charge of the customer goes as well, and the number that keeps an invoice from another one stays', async () => {
  const at = await compared();
  const { profile } = at;
  const charge = {
    ...{ id: 'pay_1', payerId: 'cus_7', value: 7_700, dueDate: '2026-12-20', exclusion: null },
    side: 'charge',
  } as never;
  await profile.start();
  await profile.ledger.adoptionSeen.bulkPut([charge, { side: 'charged', id: '4711' }]);
  await eraseStaged(profile.ledger, { origin: ORIGIN, customerId: '7', payers: ['cus_7'] });
  expect(await profile.ledger.adoptionSeen.toArray()).toEqual([{ side: 'charged', id: '4711' }]);
});

it('what was compared under an account goes with it, but for what was linked', async () => {
  const { profile } = await compared();
  const [first] = await profile.rows();
  await profile.ledger.adoptions.update(first?.id ?? '', { stage: 'linked' });
  await forgetAccount(profile.ledger, 'sandbox:outra');
  expect(await profile.rows()).toHaveLength(2);
  await forgetAccount(profile.ledger, account.id);
  expect(await profile.rows()).toMatchObject([{ id: first?.id, stage: 'linked' }]);
  expect(await profile.state()).toBeNull();
});

it('a comparison under way goes with its account, with every tag of it', async () => {
  const { profile } = await underWay();
  await forgetAccount(profile.ledger, account.id);
  expect(await profile.ledger.adoptionSeen.count()).toBe(0);
  expect(await profile.state()).toBeNull();
});

it('a comparison that nobody goes on with is dropped after thirty days', async () => {
  const { profile, clock } = await underWay();
  await clock.advance(29 * DAY);
  await sweepRetention(profile.ports);
  expect(await profile.ledger.adoptionSeen.count()).toBe(3);
  await clock.advance(2 * DAY);
  for (let call = 0; call < 10; call += 1) await sweepRetention(profile.ports);
  expect(await profile.ledger.adoptionSeen.count()).toBe(0);
  expect(await profile.state()).toBeNull();
});
