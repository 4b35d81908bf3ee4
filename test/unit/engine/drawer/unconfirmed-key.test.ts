import { expect, it } from 'vitest';
import { invoiceStanding } from '../../../../lib/engine/drawer/standing.ts';
import { rowStates } from '../../../../lib/engine/panel/row-states.ts';
import { newPanel } from '../../../../lib/settings/new-panel.ts';
import { onlyCharge } from '../readings.ts';
import { createWorkbench, ORIGIN } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

const OTHER = 'https://outro.provedor.example';

async function withCharge() {
  const bench = createWorkbench();
  const worker = await bench.browser().worker();
  await bench.confirm(worker.ports);
  await worker.runner.run();
  return { bench, ...worker };
}

it.each([
  ['no account', null],
  ['the very account', 'sandbox:11222333000181'],
])('a new panel with %s shows nothing of another panel’s key', async (_what, accountId) => {
  const { bench, ports } = await withCharge();
  const other = { ...newPanel(OTHER, null), accountId };
  bench.configure((settings) => ({ ...settings, panels: [...settings.panels, other] }));
  expect((await rowStates(ports, other, ['1001']))[0]?.group).toBe('unsent');
  const asked = { origin: OTHER, invoiceId: '1001' };
  expect((await invoiceStanding(ports, bench.settings, asked)).charge).toBeNull();
});

it('an unconfirmed key shows the charge of the account’s CNPJ, and nothing that can be paid', async () => {
  const { bench, ports, runner } = await withCharge();
  const confirmed = openDrawerOf({ engine: ports, runner });
  await confirmed.until(({ charge }) => charge?.invoiceUrl != null && charge.pix !== null);
  confirmed.session.close();

  bench.configure((settings) => ({ ...settings, panels: [{ ...newPanel(ORIGIN, null) }] }));
  const path = `/v3/payments/${onlyCharge(bench).id}/pixQrCode`;
  const before = bench.asaas.requests({ path }).length;
  const { session, until } = openDrawerOf({ engine: ports, runner });
  const { charge } = await until(({ busy }) => !busy);
  await session.handle({ verb: 'refresh' });
  expect(charge).toMatchObject({
    id: onlyCharge(bench).id,
    invoiceUrl: null,
    bankSlipUrl: null,
    pix: null,
    linhaDigitavel: null,
  });
  expect(bench.asaas.requests({ path })).toHaveLength(before);
});
