import { describe, expect, it } from 'vitest';
import type { ListSweep } from '../../../../lib/engine/sync/sweeps.ts';
import { PAGE } from '../../../../lib/engine/sync/read-list.ts';
import { type Browser, DAY, MINUTE, twoSides, type TwoSides } from './two-sides.ts';

/** What Asaas could give no fewer pages of: the lists that the changed charges are in. */
interface Measured {
  readonly sweep: ListSweep['name'];
  /** Whether its lists must have been read before: they are read as far as they grew. */
  readonly from: 'nothing' | 'known';
  /** Charges in the lists of the sweep. */
  readonly listed: (sides: TwoSides) => readonly number[];
  readonly make: (sides: TwoSides, count: number) => readonly string[];
  readonly change: (sides: TwoSides, id: string, at: number) => void;
  readonly isNoticed: (browser: Browser, id: string) => Promise<boolean>;
}

interface Size {
  readonly n: number;
  readonly k: number;
}

const OURS_EVERY = 20;

/** So many charges; every twentieth is ours, the others another system made. */
function crowd({ seed }: TwoSides, count: number, createdAt: number): string[] {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const isOurs = at % OURS_EVERY === 0;
    const { id } = seed({
      createdAt: createdAt - at,
      ...(isOurs ? { invoiceId: String(at + 1) } : {}),
    });
    if (isOurs) ids.push(id);
  }
  return ids;
}

const count = (
  sides: TwoSides,
  has: (charge: { status: string; paymentDate: string | null }) => boolean,
) => sides.asaas.charges().filter((charge) => !charge.deleted && has(charge)).length;

const MEASURED: readonly Measured[] = [
  {
    sweep: 'open',
    from: 'nothing',
    make: (sides, size) => crowd(sides, size, sides.clock.now() - 10 * DAY),
    change: ({ asaas }, id) => asaas.edit(id, { value: 1_234 }),
    listed: (sides) =>
      ['PENDING', 'OVERDUE'].map((each) => count(sides, ({ status }) => status === each)),
    isNoticed: async (browser, id) => (await browser.row(id))?.value === 1_234,
  },
  {
    sweep: 'recent',
    from: 'nothing',
    make: (sides, size) => crowd(sides, size, sides.clock.now()),
    change: ({ asaas }, id) => asaas.edit(id, { value: 1_234 }),
    listed: (sides) => [count(sides, () => true)],
    isNoticed: async (browser, id) => (await browser.row(id))?.value === 1_234,
  },
  {
    sweep: 'relist',
    from: 'nothing',
    make: (sides, size) => crowd(sides, size, sides.clock.now() - 40 * DAY),
    change: ({ asaas }, id) => asaas.edit(id, { value: 1_234 }),
    listed: (sides) => [count(sides, () => true)],
    isNoticed: async (browser, id) => (await browser.row(id))?.value === 1_234,
  },
  {
    sweep: 'paid',
    from: 'known',
    make: (sides, size) => crowd(sides, size, sides.clock.now() - 10 * DAY),
    change: ({ asaas }, id) => asaas.pay(id),
    listed: (sides) => [count(sides, ({ paymentDate }) => paymentDate !== null)],
    isNoticed: async (browser, id) => (await browser.row(id))?.status === 'RECEIVED',
  },
  {
    sweep: 'confirmed',
    from: 'known',
    make: (sides, size) => crowd(sides, size, sides.clock.now() - 10 * DAY),
    change: ({ asaas }, id) => asaas.confirm(id),
    listed: (sides) => [count(sides, ({ status }) => status === 'CONFIRMED')],
    isNoticed: async (browser, id) => (await browser.row(id))?.status === 'CONFIRMED',
  },
  {
    sweep: 'created',
    from: 'known',
    make: (sides, size) => crowd(sides, size, sides.clock.now() - 3 * DAY - MINUTE),
    change: ({ seed, clock }, _id, at) =>
      seed({ invoiceId: String(900_000 + at), createdAt: clock.now() }),
    listed: ({ clock, asaas }) => [
      asaas.charges().filter(({ createdAt }) => createdAt === clock.now()).length,
    ],
    isNoticed: () => Promise.resolve(true),
  },
];

const pagesOf = (lists: readonly number[]) =>
  lists.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / PAGE)), 0);

describe('requests to notice k changes among n charges', () => {
  const SIZES: readonly Size[] = [
    { n: 100, k: 5 },
    { n: 3_000, k: 150 },
  ];
  const LONGEST: Size = { n: 20_000, k: 1_000 };

  it.each(
    MEASURED.flatMap((measured) =>
      (measured.sweep === 'open' ? [...SIZES, LONGEST] : SIZES).map((size) => ({
        ...measured,
        ...size,
      })),
    ),
  )(
    '$sweep: $k of $n',
    async ({ sweep, from, make, change, listed, isNoticed, n, k }) => {
      const sides = twoSides();
      const browser = await sides.browser();
      const ids = make(sides, n).slice(0, k);
      // A list that is read to its end each time is read so the first time, too.
      if (from === 'known') await browser.only('open');
      if (from === 'known') await browser.only(sweep);
      await sides.clock.advance(MINUTE);
      ids.forEach((id, at) => change(sides, id, at));
      const pages = pagesOf(listed(sides));
      const requests = await browser.only(sweep);
      for (const id of ids) expect(await isNoticed(browser, id)).toBe(true);
      const ratio = requests / pages;
      process.stdout.write(
        `${sweep}: ${ids.length} of ${n}: ${requests} requests, ${pages} pages, ratio ${ratio.toFixed(2)}\n`,
      );
      expect(ratio).toBeLessThanOrEqual(1.2);
    },
    60_000,
  );
});
