import { describe, expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { fail } from '../../../../../lib/billing/result.ts';
import { day } from '../../../../fixtures/day.ts';
import { charged, messageDesk, openDesk, unknownAnswer } from '../message-kit.ts';

const IXC = { ixcAction: { kind: 'sms', gatewayId: '3' } } as const;

async function ready(change: Parameters<typeof messageDesk>[0] = {}) {
  const desk = messageDesk(change);
  await charged(desk);
  return desk;
}

function payNow({ bench }: Awaited<ReturnType<typeof ready>>): void {
  const [charge] = bench.live();
  if (!charge) throw new Error('no charge');
  bench.asaas.pay(charge.id);
}

const received = {
  status: 'received',
  open: cents(0),
  received: cents(9990),
  paidOn: day('2026-11-22'),
} as const;

describe('an invoice that is closed in IXC', () => {
  it.each([
    ['received', received],
    ['cancelled', { status: 'cancelled', open: cents(0) }],
    ['renegotiated', { renegotiated: true, open: cents(0) }],
  ] as const)(
    'that is %s is asked for by no message, and no code of it is shown',
    async (_, to) => {
      const desk = await ready();
      desk.bench.ixc.invoice = { ...desk.bench.ixc.invoice, ...to };
      const drawer = await openDesk(desk);
      expect(drawer.shown()).toMatchObject({ kinds: [], withheld: 'closed-in-ixc' });
      expect(drawer.charge()).toMatchObject({
        withheld: 'closed-in-ixc',
        pix: null,
        linhaDigitavel: null,
        invoiceUrl: null,
        bankSlipUrl: null,
      });
      const shown = await drawer.compose('second-copy');
      expect(shown).toMatchObject({ draft: null, refusal: { code: 'closed-in-ixc' } });
      await drawer.out('whatsapp');
      expect(desk.tabs).toEqual([]);
    },
  );

  it('that was received at the counter since it was composed lets nothing leave', async () => {
    const desk = await ready(IXC);
    for (const by of ['whatsapp', 'ixc'] as const) {
      desk.bench.ixc.invoice = { ...desk.bench.ixc.invoice, status: 'open', open: cents(9990) };
      await desk.bench.clock.advance(60_000);
      const drawer = await openDesk(desk);
      await drawer.compose('second-copy');
      desk.bench.ixc.invoice = { ...desk.bench.ixc.invoice, ...received };
      await desk.bench.clock.advance(20 * 60_000);
      const shown = await drawer.out(by);
      expect(shown).toMatchObject({ draft: null, refusal: { code: 'closed-in-ixc' } });
      drawer.session.close();
    }
    expect([desk.tabs, desk.asked]).toEqual([[], []]);
  });
});

describe('a payer who paid between composing and leaving', () => {
  it.each(['whatsapp', 'mail', 'ixc'] as const)('is not written to by %s', async (by) => {
    const desk = await ready(IXC);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    payNow(desk);
    await desk.bench.clock.advance(20 * 60_000);
    expect(await drawer.out(by)).toMatchObject({ draft: null, refusal: { code: 'outdated' } });
    expect([desk.tabs, desk.asked]).toEqual([[], []]);
    expect(await desk.ledger.messages.count()).toBe(0);
  });

  it('where nobody can be asked is written to by the operator alone, never by IXC', async () => {
    const desk = await ready(IXC);
    const line: { isDown: boolean } = { isDown: false };
    const { ports } = await desk.profile.worker();
    const ixc: EnginePorts['ixc'] = (origin) =>
      line.isDown ? Promise.resolve(fail({ code: 'ixc-network' })) : ports.ixc(origin);
    const drawer = await openDesk(desk, { ixc });
    await drawer.compose('second-copy');
    line.isDown = true;
    await desk.bench.clock.advance(20 * 60_000);
    expect(await drawer.out('ixc')).toMatchObject({ refusal: { code: 'unchecked' } });
    expect(desk.asked).toEqual([]);
    expect(await drawer.out('whatsapp')).toMatchObject({ refusal: null });
    expect(desk.tabs).toHaveLength(1);
  });
});

describe("somebody else's charge", () => {
  it('under a number that IXC gave out again goes into no message', async () => {
    const desk = await ready();
    const { bench } = desk;
    bench.ixc.invoice = { ...bench.ixc.invoice, customerId: '999', document: '99999' };
    bench.ixc.customer = {
      ...bench.ixc.customer,
      id: '999',
      name: 'Outra Pessoa',
      document: '11144477735',
    };
    const drawer = await openDesk(desk);
    const shown = await drawer.compose('second-copy');
    expect(shown).toMatchObject({ kinds: [], draft: null, refusal: { code: 'unproven' } });
    expect(drawer.charge()).toMatchObject({ withheld: 'unproven', pix: null });
  });
});

describe('a message of which nobody knows whether IXC sent it', () => {
  it('is not asked for again before the operator said what became of it', async () => {
    const desk = await ready(IXC);
    desk.ixc.answer = () => Promise.resolve(unknownAnswer);
    const drawer = await openDesk(desk);
    for (let times = 0; times < 2; times += 1) {
      await drawer.compose('second-copy');
      await drawer.out('ixc');
    }
    expect(drawer.shown().refusal).toEqual({ code: 'unknown-before' });
    expect(desk.asked).toHaveLength(1);
    const id = drawer.shown().log[0]?.id ?? '';
    await drawer.session.handle({ verb: 'message-settle', id, as: 'not-sent' });
    await drawer.out('ixc');
    expect(desk.asked).toHaveLength(2);
  });

  it('of another computer is not said anything of here', async () => {
    const desk = await ready();
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    await drawer.out('whatsapp');
    const [row] = await desk.ledger.messages.toArray();
    if (!row) throw new Error('no message');
    await desk.ledger.messages.put({ ...row, seat: 'elsewhere' });
    await drawer.session.handle({ verb: 'message-settle', id: row.id, as: 'sent' });
    expect(drawer.shown().log).toMatchObject([{ state: 'opened', isOwn: false }]);
  });
});

describe('the number that is written to', () => {
  it('is the one for WhatsApp where IXC has one of its own', async () => {
    const desk = await ready();
    const { bench } = desk;
    bench.ixc.customer = { ...bench.ixc.customer, whatsapp: '(11) 92222-2222' };
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    await drawer.out('whatsapp');
    expect(desk.tabs[0]).toMatch(/^https:\/\/wa\.me\/5511922222222\?/);
  });
});

describe('an SMS of thousands of characters', () => {
  it('is not sent by IXC, which pays for every part of it', async () => {
    const desk = await ready(IXC);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const shown = await drawer.out('ixc', 'palavra '.repeat(480));
    expect(shown.refusal).toEqual({ code: 'sms-too-long', segments: 26, most: 6 });
    expect(desk.asked).toEqual([]);
  });
});
