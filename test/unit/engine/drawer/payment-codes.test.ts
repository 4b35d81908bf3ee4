import { describe, expect, it } from 'vitest';
import { paymentCodes } from '../../../../lib/engine/drawer/payment-codes.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
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
