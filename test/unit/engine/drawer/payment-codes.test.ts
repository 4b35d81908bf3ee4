import { describe, expect, it } from 'vitest';
import { paymentCodes } from '../../../../lib/engine/drawer/payment-codes.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { fail } from '../../../../lib/billing/result.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { accountOf } from '../readings.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { openDrawer } from './open-drawer.ts';

const asked = (bench: Workbench) =>
  bench.asaas.requests({ method: 'GET' }).filter(({ path }) => path.endsWith('/pixQrCode')).length;

/** A charge in an account without a Pix key of its own, whose codes last for the day. */
async function charged() {
  const bench = createWorkbench();
  bench.asaas.changeAccount('acc_sandbox', { ownPixKey: false });
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports, { billingType: 'BOLETO' });
  await runner.run();
  return { bench, ports, runner };
}

async function codesOf(bench: Workbench, ports: EnginePorts) {
  const [charge] = await ports.ledger.charges.toArray();
  const client = await ports.asaas(accountOf(bench));
  if (!charge || !client.ok) throw new Error('no charge');
  return paymentCodes(ports, client.value, charge);
}

describe('the codes of a charge', () => {
  it('of an account without a Pix key are kept until 23:59, and asked for anew after it', async () => {
    const { bench, ports } = await charged();
    const first = await codesOf(bench, ports);
    expect(first.row?.pix?.expiresAt).toBe('2026-11-22 23:59:59');
    expect(first.row?.linhaDigitavel).toMatch(/^\d{47}$/);
    await codesOf(bench, ports);
    expect(asked(bench)).toBe(1);
    // 12:00 in São Paulo when it began: another twelve hours are past midnight.
    await bench.clock.advance(12 * 60 * 60_000);
    const next = await codesOf(bench, ports);
    expect(asked(bench)).toBe(2);
    expect(next.row?.pix?.expiresAt).toBe('2026-11-23 23:59:59');
    expect(next.row?.pix?.payload).not.toBe(first.row?.pix?.payload);
  });

  it('are asked for anew once the charge has another value', async () => {
    const { bench, ports, runner } = await charged();
    const first = await codesOf(bench, ports);
    await letPass(bench, [runner], 12);
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(8_000) };
    await bench.confirm(ports);
    await runner.run();
    const next = await codesOf(bench, ports);
    expect(next.row).toMatchObject({ value: 8_000 });
    expect(next.row?.linhaDigitavel).not.toBe(first.row?.linhaDigitavel);
  });

  const linhas = (bench: Workbench) =>
    bench.asaas
      .requests({ method: 'GET' })
      .filter(({ path }) => path.endsWith('/identificationField')).length;

  /** The charge's codes were read on its creation; now its due date is over, by so many days. */
  async function late(registrationDays: number | null, days: number) {
    const bench = createWorkbench();
    bench.configure((settings) => {
      const terms = { ...settings.sending.terms, registrationDays };
      return { ...settings, sending: { ...settings.sending, terms } };
    });
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { billingType: 'BOLETO' });
    await runner.run();
    await codesOf(bench, ports);
    // Due on the 10th of December, 18 days after the beginning.
    await bench.clock.advance((18 + days) * 24 * 60 * 60_000);
    await ports.ledger.charges.toCollection().modify({ status: 'OVERDUE' });
    return { bench, ports };
  }

  it('are asked for anew, linha digitável too, after a day', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { billingType: 'BOLETO' });
    await runner.run();
    await codesOf(bench, ports);
    await bench.clock.advance(23 * 60 * 60_000);
    await codesOf(bench, ports);
    expect(linhas(bench)).toBe(1);
    await bench.clock.advance(60 * 60_000);
    await codesOf(bench, ports);
    expect(linhas(bench)).toBe(2);
  });

  it('are asked for anew once the charge is overdue', async () => {
    const { bench, ports } = await late(null, 1);
    const before = linhas(bench);
    await ports.ledger.codes.toCollection().modify({ fetchedAt: ports.now() - 23 * 60 * 60_000 });
    const { row, lapsed } = await codesOf(bench, ports);
    expect(linhas(bench)).toBe(before + 1);
    expect([row?.linhaDigitavel?.length, lapsed]).toEqual([47, false]);
  });

  it.each([
    [0, 1],
    [5, 6],
  ])('hold no linha digitável once the %i days of registration are over', async (days, past) => {
    const { bench, ports } = await late(days, past);
    const before = linhas(bench);
    const first = await codesOf(bench, ports);
    expect(first).toMatchObject({ row: { linhaDigitavel: null }, failure: null, lapsed: true });
    expect(linhas(bench)).toBe(before);
  });

  it('hold it on the last day of registration', async () => {
    const { bench, ports } = await late(5, 5);
    const { row, lapsed } = await codesOf(bench, ports);
    expect([row?.linhaDigitavel?.length, lapsed]).toEqual([47, false]);
  });

  it('hold none where Asaas refuses one for an overdue charge', async () => {
    const { bench, ports } = await late(null, 20);
    const [charge] = await ports.ledger.charges.toArray();
    const client = await ports.asaas(accountOf(bench));
    if (!charge || !client.ok) throw new Error('no charge');
    const refusing = {
      ...client.value,
      linhaDigitavel: () =>
        Promise.resolve(fail({ kind: 'rejected' as const, code: 'invalid_action', detail: '' })),
    };
    const { row, failure, lapsed } = await paymentCodes(ports, refusing, charge);
    expect([row?.linhaDigitavel, failure, lapsed]).toEqual([null, null, true]);
  });

  it('that expired while the drawer was open are not shown, and come anew when it asks', async () => {
    const { bench, session, ready, until } = await openDrawer({}, (each) => {
      each.asaas.changeAccount('acc_sandbox', { ownPixKey: false });
    });
    const { planId } = await ready();
    await session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    await until(({ charge, busy }) => charge?.pix != null && !busy);
    await bench.clock.advance(12 * 60 * 60_000);
    await session.handle({ verb: 'refresh' });
    const later = await until(({ charge, busy }) => charge?.pix != null && !busy);
    expect(later.charge?.pix?.expiresAt).toBe('2026-11-23 23:59:59');
  });
});
