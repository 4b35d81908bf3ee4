import type { Fault } from '../../emulators/asaas/index.ts';
import { label } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { eventually } from '../harness/eventually.ts';
import { confirmSending, send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const CONFIRM = label('pt-BR', 'Confirmar envio');

/** Longer than any test; the clock is moved over it to let the held request go on. */
const HELD = 120_000;

/** Requests of a sending, each held before or after Asaas carries it out. */
const MOMENTS: readonly {
  readonly when: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly held: 'before' | 'after';
}[] = [
  { when: 'while it searches', method: 'GET', path: '/v3/payments', held: 'before' },
  { when: 'before the payer exists', method: 'POST', path: '/v3/customers', held: 'before' },
  { when: 'once the payer exists', method: 'POST', path: '/v3/customers', held: 'after' },
  { when: 'before the charge exists', method: 'POST', path: '/v3/payments', held: 'before' },
  { when: 'once the charge exists', method: 'POST', path: '/v3/payments', held: 'after' },
  { when: 'while it verifies', method: 'GET', path: '/v3/payments/*', held: 'before' },
];

for (const { when, method, path, held } of MOMENTS)
  test(`a worker killed ${when} leaves exactly one charge`, async ({ panel, ready, world }) => {
    const invoice = await world.newInvoice();
    await panel.openReceivables();
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(CONFIRM);
    const { control } = world.asaas;
    const rule = control.addFault({
      method,
      path,
      fault: { kind: 'latency', ms: HELD, when: held },
    });
    await drawer.press(CONFIRM);
    await eventually(`${method} ${path} is under way`, () => {
      return control.faults().some(({ id, struck }) => id === rule && struck > 0) || null;
    });
    await ready.killWorker();
    control.removeFault(rule);
    await control.advance(HELD);

    await panel.waitForStatus(invoice.id, 'open', 75_000);
    await drawer.waitFor('Aberta', 20_000);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
    expect(
      control
        .customers()
        .filter((one) => one.externalReference?.endsWith(`:c:${invoice.customerId}`)),
    ).toHaveLength(1);
  });

const FAILURES: readonly (readonly [string, Fault])[] = [
  ['a connection that breaks after Asaas created it', { kind: 'drop-after-commit' }],
  ['a 500 that hides a success', { kind: 'status', status: 500, carriedOut: true }],
  ['a page of HTML that hides a success', { kind: 'html', status: 502, carriedOut: true }],
  ['an answer cut off in the middle', { kind: 'truncated-body', cutOff: true }],
];

for (const [name, fault] of FAILURES)
  test(`${name} still makes exactly one charge`, async ({ panel, world }) => {
    const invoice = await world.newInvoice();
    await panel.openReceivables();
    world.asaas.control.addFault({ method: 'POST', path: '/v3/payments', fault });
    await confirmSending(panel, 'pt-BR', invoice.id);
    await panel.waitForStatus(invoice.id, 'open', 75_000);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  });

test('a worker killed again and again while it sends makes one charge', async ({
  panel,
  ready,
  world,
}) => {
  const invoice = await world.newInvoice();
  await panel.openReceivables();
  world.asaas.control.addFault({
    path: '/v3/**',
    times: 0,
    fault: { kind: 'latency', ms: 250, when: 'before' },
  });
  await confirmSending(panel, 'pt-BR', invoice.id);
  for (let kill = 0; kill < 12; kill += 1) {
    await ready.killWorker();
    await panel.page.waitForTimeout(180 + kill * 60);
  }
  world.asaas.control.clearFaults();
  await panel.waitForStatus(invoice.id, 'open', 75_000);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});

test('double clicks on the row and on the confirmation make one charge', async ({
  panel,
  world,
}) => {
  const invoice = await world.newInvoice();
  await panel.openReceivables();
  const button = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
  await button.dblclick();
  await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(1);
  await expect(panel.page.locator('form[name="fn_areceber"]')).toHaveCount(0);
  const drawer = panel.page.frameLocator('iframe[data-ixa-drawer]');
  await drawer.getByRole('button', { name: 'Confirmar envio' }).dblclick();
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});

test('two tabs that confirm at once make one charge', async ({ panel, ready, world }) => {
  const invoice = await world.newInvoice();
  await panel.openReceivables();
  const other = chromiumPanel(await ready.context.newPage());
  await other.openReceivables();
  const drawers = [await panel.openDrawer(invoice.id), await other.openDrawer(invoice.id)];
  for (const drawer of drawers) await drawer.waitFor(CONFIRM);
  await Promise.all(drawers.map((drawer) => drawer.press(CONFIRM)));
  await panel.waitForStatus(invoice.id, 'open');
  await other.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await other.page.close();
});

test('an invoice that is sent again after its charge exists gets no second one', async ({
  panel,
  world,
}) => {
  const invoice = await world.newInvoice();
  await panel.openReceivables();
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Aberta');
  expect(await drawer.text()).not.toContain(CONFIRM);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
