import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { FRUGAL_GRID } from '../../../../lib/billing/notices/frugal-grid.ts';
import {
  channelsInForce,
  type Channels,
  type Notice,
  type NoticeChannel,
  NO_CHANNEL,
  NOTICE_CHANNELS,
  NOTICE_SLOTS,
  type NoticeGrid,
  type NoticeSlot,
  slotOf,
} from '../../../../lib/billing/notices/notice.ts';
import { chargeCost, gridOf } from '../../../../lib/billing/notices/notice-cost.ts';
import { noticePrices, type NoticePrice } from '../../../../lib/billing/notices/notice-prices.ts';
import { ownerOf } from '../../../../lib/billing/notices/our-payer.ts';
import { planNotices, schemeWish } from '../../../../lib/billing/notices/plan-notices.ts';
import { ixcTells } from '../../../../lib/billing/notices/told-twice.ts';

const EVENTS: readonly (readonly [string, number])[] = [
  ['PAYMENT_CREATED', 0],
  ['PAYMENT_UPDATED', 0],
  ['PAYMENT_DUEDATE_WARNING', 10],
  ['PAYMENT_DUEDATE_WARNING', 0],
  ['SEND_LINHA_DIGITAVEL', 0],
  ['PAYMENT_OVERDUE', 0],
  ['PAYMENT_OVERDUE', 7],
  ['PAYMENT_RECEIVED', 0],
];

const channels: fc.Arbitrary<Channels> = fc.record({
  email: fc.boolean(),
  sms: fc.boolean(),
  whatsapp: fc.boolean(),
  call: fc.boolean(),
});
const grid = fc.record(
  Object.fromEntries(NOTICE_SLOTS.map((slot) => [slot, channels])),
) as unknown as fc.Arbitrary<NoticeGrid>;
const notices: fc.Arbitrary<readonly Notice[]> = fc
  .array(
    fc.record({
      enabled: fc.boolean(),
      channels,
      provider: fc.record({ email: fc.boolean(), sms: fc.boolean() }),
    }),
    { minLength: EVENTS.length, maxLength: EVENTS.length },
  )
  .map((made) =>
    made.map((one, at) => {
      const [event, scheduleOffset] = EVENTS[at] ?? ['', 0];
      const slot = slotOf(event, scheduleOffset);
      return { ...one, id: `not_${at}`, event, scheduleOffset, slot };
    }),
  );

/** As Asaas takes a batch. */
function carriedOut(before: readonly Notice[], changed: readonly Notice[]): readonly Notice[] {
  return before.map((notice) => changed.find(({ id }) => id === notice.id) ?? notice);
}

describe('what is asked of Asaas for a wish', () => {
  it('leads to exactly the scheme, and then to nothing more', () => {
    fc.assert(
      fc.property(notices, grid, fc.boolean(), (before, wanted, silenced) => {
        const wish = schemeWish('asaas', wanted);
        const change = planNotices({ silenced }, before, wish);
        const after = carriedOut(before, change?.notices ?? []);
        expect(gridOf(after)).toEqual(wanted);
        expect(planNotices({ silenced: false }, after, wish)).toBeNull();
      }),
    );
  });

  it('turns one switch and leaves every other event and channel as it was in force', () => {
    fc.assert(
      fc.property(
        notices,
        fc.constantFrom(...NOTICE_SLOTS),
        fc.constantFrom(...NOTICE_CHANNELS),
        fc.boolean(),
        (before, slot, channel, on) => {
          const wish = { silenced: null, channels: { [slot]: { [channel]: on } } };
          const after = carriedOut(
            before,
            planNotices({ silenced: false }, before, wish)?.notices ?? [],
          );
          const expected = gridOf(before);
          expect(gridOf(after)).toEqual({
            ...expected,
            [slot]: { ...expected[slot], [channel]: on },
          });
        },
      ),
    );
  });

  it('never switches on what the provider itself is told', () => {
    fc.assert(
      fc.property(notices, grid, (before, wanted) => {
        const change = planNotices({ silenced: false }, before, schemeWish('asaas', wanted));
        for (const { id, enabled, provider } of change?.notices ?? []) {
          const was = before.find((notice) => notice.id === id);
          if (provider.email && enabled) expect(was?.provider.email && was.enabled).toBe(true);
          if (provider.sms && enabled) expect(was?.provider.sms && was.enabled).toBe(true);
        }
      }),
    );
  });

  it('brings no channel back with a notice that was off', () => {
    const off: Notice = {
      ...{ id: 'not_1', event: 'PAYMENT_CREATED', slot: 'created', scheduleOffset: 0 },
      enabled: false,
      channels: { email: true, sms: true, whatsapp: false, call: false },
      provider: { email: true, sms: false },
    };
    const wish = { silenced: null, channels: { created: { whatsapp: true } } };
    const [changed] = planNotices({ silenced: false }, [off], wish)?.notices ?? [];
    expect(changed && channelsInForce(changed)).toEqual({ ...NO_CHANNEL, whatsapp: true });
    expect(changed?.provider).toEqual({ email: false, sms: false });
  });

  it('silences with one request and touches no notice', () => {
    fc.assert(
      fc.property(notices, (before) => {
        const wish = schemeWish('ixc', FRUGAL_GRID);
        expect(planNotices({ silenced: false }, before, wish)).toEqual({
          notices: [],
          silenced: true,
        });
        expect(planNotices({ silenced: true }, before, wish)).toBeNull();
      }),
    );
  });

  it('leaves an event that it does not know alone', () => {
    const strange: Notice = {
      ...{ id: 'not_9', event: 'PAYMENT_DREAMT_OF', slot: null, scheduleOffset: 0 },
      enabled: true,
      channels: { email: true, sms: true, whatsapp: true, call: true },
      provider: { email: false, sms: false },
    };
    const wish = { ...schemeWish('asaas', FRUGAL_GRID), silenced: null };
    expect(planNotices({ silenced: false }, [strange], wish)).toBeNull();
  });
});

describe('the cost of a charge’s notices', () => {
  const fees = { messaging: cents(99), whatsapp: cents(55), call: cents(60) };
  const all = Object.fromEntries(
    NOTICE_SLOTS.map((slot) => [slot, { email: true, sms: true, whatsapp: true, call: true }]),
  ) as unknown as NoticeGrid;
  const none = Object.fromEntries(
    NOTICE_SLOTS.map((slot) => [slot, NO_CHANNEL]),
  ) as unknown as NoticeGrid;

  it.each([
    ['nothing told', none, 0, 0],
    ['e-mail alone, once a charge', FRUGAL_GRID, 99, 99],
    // 5 on time (created, soon, today, linha, received): 99 + 5 × 55 + 5 × 60; 7 late.
    ['everything', all, 674, 904],
    ['WhatsApp when it is overdue', { ...none, overdue: { ...NO_CHANNEL, whatsapp: true } }, 0, 55],
  ])('%s', (_name, told, onTime, late) => {
    expect(chargeCost(told, fees)).toEqual({ onTime, late });
  });

  it('is unknown, and never nothing, where a price that is needed is unknown', () => {
    const unknown = { messaging: null, whatsapp: null, call: null };
    expect(chargeCost(FRUGAL_GRID, unknown)).toEqual({ onTime: null, late: null });
    expect(chargeCost(none, unknown)).toEqual({ onTime: 0, late: 0 });
    expect(chargeCost(FRUGAL_GRID, { ...unknown, messaging: cents(99) }).onTime).toBe(99);
  });
});

describe('the price of one event by one channel', () => {
  const fees = { messaging: cents(99), whatsapp: cents(55), call: cents(60) };
  const events = (told: NoticeGrid) => NOTICE_SLOTS.map((slot) => ({ slot, channels: told[slot] }));
  const priceOf = (told: NoticeGrid, slot: NoticeSlot, channel: NoticeChannel, by = fees) =>
    noticePrices(events(told), by)[NOTICE_SLOTS.indexOf(slot)]?.[channel];
  const none = Object.fromEntries(
    NOTICE_SLOTS.map((slot) => [slot, NO_CHANNEL]),
  ) as unknown as NoticeGrid;
  const priced = (price: number | null) => ({ kind: 'priced', price });

  it('adds up to what a charge costs, on time and late, whatever is told', () => {
    const sum = (prices: readonly NoticePrice[]) =>
      prices.reduce((all, each) => all + (each.kind === 'priced' ? (each.price ?? 0) : 0), 0);
    fc.assert(
      fc.property(grid, (told) => {
        const by = (late: boolean) =>
          noticePrices(events(told), fees).flatMap((each, at) => {
            const slot = NOTICE_SLOTS[at];
            const isLate = slot === 'overdue' || slot === 'overdue-again';
            return slot === 'updated' || (isLate && !late) ? [] : Object.values(each);
          });
        const { onTime, late } = chargeCost(told, fees);
        expect([sum(by(false)), sum(by(true))]).toEqual([onTime, late]);
      }),
    );
  });

  it('is by the piece for WhatsApp and calls, and nothing where nothing goes out', () => {
    const told = { ...none, overdue: { ...NO_CHANNEL, whatsapp: true, call: true } };
    expect(priceOf(told, 'overdue', 'whatsapp')).toEqual(priced(55));
    expect(priceOf(told, 'overdue', 'call')).toEqual(priced(60));
    expect(priceOf(told, 'overdue', 'email')).toEqual({ kind: 'off' });
    expect(priceOf(told, 'created', 'whatsapp')).toEqual({ kind: 'off' });
  });

  it('is the charge’s one price of e-mail and SMS for the first of them, and included for the others', () => {
    const both = { ...NO_CHANNEL, email: true, sms: true };
    const told = { ...none, updated: both, 'due-soon': both, received: both };
    expect(priceOf(told, 'due-soon', 'email')).toEqual(priced(99));
    expect(priceOf(told, 'due-soon', 'sms')).toEqual({ kind: 'included' });
    expect(priceOf(told, 'received', 'email')).toEqual({ kind: 'included' });
    // A change of a charge is the exception: it bears the price only where nothing else is mailed.
    expect(priceOf(told, 'updated', 'email')).toEqual({ kind: 'included' });
    expect(priceOf({ ...none, updated: both }, 'updated', 'email')).toEqual(priced(99));
  });

  it('is unknown, and never nothing, where the fee table cannot be read', () => {
    const unknown = { messaging: null, whatsapp: null, call: null };
    const all = { email: true, sms: true, whatsapp: true, call: true };
    const told = { ...none, created: all };
    for (const channel of ['email', 'whatsapp', 'call'] as const) {
      expect(noticePrices(events(told), unknown)[0]?.[channel]).toEqual(priced(null));
    }
  });

  it('is told of an event that is not known here as well', () => {
    const strange = { slot: null, channels: { ...NO_CHANNEL, email: true, call: true } };
    const [first, second] = noticePrices(
      [strange, { slot: 'overdue', channels: { ...NO_CHANNEL, email: true } }],
      fees,
    );
    expect(first).toMatchObject({ email: { kind: 'included' }, call: priced(60) });
    expect(second).toMatchObject({ email: priced(99) });
  });
});

describe('whose payer it is', () => {
  it.each([
    ['ixc:11222333000181:c:7', 'ours'],
    ['ixc:outro:c:7', 'another'],
    ['ixc:11222333000181:7', 'nobody'],
    ['LOJA-7', 'nobody'],
    [null, 'nobody'],
  ])('%s is %s', (reference, owner) => {
    expect(ownerOf(reference, ['11222333000181'])).toBe(owner);
  });
});

describe('what of IXC tells the customer', () => {
  it('is what was read and says yes, and nothing where nothing was read', () => {
    const told = { email: true, sms: false, collection: true };
    expect(ixcTells({ told }, { mailsOnGeneration: true })).toEqual([
      'email',
      'collection',
      'carteira',
    ]);
    expect(ixcTells({}, null)).toEqual([]);
  });
});
