import { describe, expect, it } from 'vitest';
import { NOT_FOUND_ONCE_PAID } from '../../../../lib/billing/charge-status.ts';
import type { ChargeRow } from '../../../../lib/ledger/rows.ts';
import { DAY, twoSides } from './two-sides.ts';

/** A browser whose ledger has charges of two months ago as paid, as an imported file said. */
async function imported(count: number) {
  const sides = twoSides();
  const browser = await sides.browser();
  const createdAt = sides.clock.now() - 60 * DAY;
  const charges = Array.from({ length: count }, () => sides.charged({ createdAt }).charge);
  for (const { id } of charges) sides.asaas.pay(id);
  await browser.settle();
  await sides.clock.advance(31 * DAY);
  return { sides, browser, ids: charges.map(({ id }) => id) };
}

type World = Awaited<ReturnType<typeof imported>>;

const statusOf = async ({ browser }: World, id: string | undefined) =>
  (await browser.row(id ?? ''))?.status;

/** What a file says of a charge that Asaas never had. */
async function invent({ browser }: World, like: string | undefined, id: string): Promise<void> {
  const row = await browser.row(like ?? '');
  if (row) await browser.ledger.charges.put({ ...row, id } satisfies ChargeRow);
}

describe('a charge that is over, as a file says', () => {
  it('is set right where Asaas shows it otherwise', async () => {
    const world = await imported(2);
    const [reopened, paid] = world.ids;
    world.sides.asaas.edit(reopened ?? '', { status: 'PENDING' });
    await world.browser.only('relist');
    expect(await statusOf(world, reopened)).toBe('PENDING');
    expect(await statusOf(world, paid)).toBe('RECEIVED');
  });

  it('is asked for by its id where no list shows it, and then stands as Asaas says', async () => {
    const world = await imported(2);
    const [deleted, paid] = world.ids;
    world.sides.asaas.edit(deleted ?? '', { status: 'PENDING' });
    world.sides.asaas.delete(deleted ?? '');
    await invent(world, paid, 'pay_never_there');
    await world.browser.only('relist');
    expect(await world.browser.row(deleted ?? '')).toMatchObject({ deleted: true });
    expect(await statusOf(world, 'pay_never_there')).toBe(NOT_FOUND_ONCE_PAID);
    expect(await statusOf(world, paid)).toBe('RECEIVED');
  });

  it('stays as it is while that question has no answer: absence alone proves nothing', async () => {
    const world = await imported(1);
    const [paid] = world.ids;
    await invent(world, paid, 'pay_never_there');
    const path = '/v3/payments/pay_never_there';
    world.sides.asaas.addFault({ path, fault: { kind: 'status', status: 500 }, times: 0 });
    await expect(world.browser.only('relist')).rejects.toThrow('relist does not go on');
    expect(await statusOf(world, 'pay_never_there')).toBe('RECEIVED');
  });

  it('costs no question where the list shows it', async () => {
    const world = await imported(3);
    world.sides.asaas.clearRequests();
    await world.browser.only('relist');
    const byId = world.sides.asaas.requests().filter(({ path }) => path.includes('/payments/pay_'));
    expect(byId).toEqual([]);
  });
});
