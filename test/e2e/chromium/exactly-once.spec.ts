import type { Fault } from '../../emulators/asaas/index.ts';
import { PROVIDER } from '../../emulators/ixc/index.ts';
import { label } from '../harness/catalogues.ts';
import { chromiumPanel, type ChromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { eventually, PATIENCE } from '../harness/eventually.ts';
import { confirmSending, send } from '../harness/send.ts';
import type { Invoice } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

// Most of the time of these tests is a worker's pause before it looks again.
test.describe.configure({ mode: 'parallel' });

const CONFIRM = label('pt-BR', 'Confirmar envio');

/** Longer than any test; the clock is moved over it to let the held requests go on. */
const HELD = 120_000;

interface Moment {
  readonly when: string;
  readonly method: 'GET' | 'POST';
  readonly path: '/v3/customers' | '/v3/payments';
  /** The request is held before or after Asaas carries it out. */
  readonly held: 'before' | 'after';
  /** Requests of the same kind that the sending makes earlier. */
  readonly skip?: number;
}

/** Between any two states of a sending. */
const MOMENTS: readonly Moment[] = [
  { when: 'while it searches', method: 'GET', path: '/v3/payments', held: 'before' },
  { when: 'before the payer exists', method: 'POST', path: '/v3/customers', held: 'before' },
  { when: 'once the payer exists', method: 'POST', path: '/v3/customers', held: 'after' },
  { when: 'before the charge exists', method: 'POST', path: '/v3/payments', held: 'before' },
  { when: 'once the charge exists', method: 'POST', path: '/v3/payments', held: 'after' },
  { when: 'while it verifies', method: 'GET', path: '/v3/payments', held: 'before', skip: 1 },
];

test('a worker killed between any two states of a sending leaves exactly one charge', async ({
  ready,
  world,
}) => {
  test.setTimeout(180_000);
  const { control } = world.asaas;
  const killed: { moment: Moment; invoice: Invoice; panel: ChromiumPanel }[] = [];
  for (const moment of MOMENTS)
    await test.step(`killed ${moment.when}`, async () => {
      const invoice = world.newInvoice();
      const panel = chromiumPanel(await ready.context.newPage());
      await panel.openReceivables();
      const drawer = await panel.openDrawer(invoice.id);
      await drawer.waitFor(CONFIRM);
      const { method, path, held, skip = 0 } = moment;
      const who = path === '/v3/customers' ? `c:${invoice.customerId}` : invoice.id;
      const rule = control.addFault({
        method,
        path,
        skip,
        reference: `ixc:${PROVIDER.cnpj}:${who}`,
        fault: { kind: 'latency', ms: HELD, when: held },
      });
      await drawer.press(CONFIRM);
      await eventually('the request is held', () => {
        return control.faults().some(({ id, struck }) => id === rule && struck > 0) || null;
      });
      await ready.killWorker();
      control.removeFault(rule);
      killed.push({ moment, invoice, panel });
    });
  await control.advance(HELD);
  for (const { moment, invoice, panel } of killed)
    await test.step(`recovers, killed ${moment.when}`, async () => {
      await panel.waitForStatus(invoice.id, 'open', 90_000);
      expect(world.chargesOf(invoice.id)).toHaveLength(1);
      expect(control.customers(`ixc:${PROVIDER.cnpj}:c:${invoice.customerId}`)).toHaveLength(1);
      await panel.page.close();
    });
});

const FAILURES: readonly (readonly [string, Fault])[] = [
  ['a connection that breaks after Asaas created it', { kind: 'drop-after-commit' }],
  ['a 500 that hides a success', { kind: 'status', status: 500, carriedOut: true }],
  ['a page of HTML that hides a success', { kind: 'html', status: 502, carriedOut: true }],
  ['an answer cut off in the middle', { kind: 'truncated-body', cutOff: true }],
];

for (const [name, fault] of FAILURES)
  test(`${name} still makes exactly one charge`, async ({ fresh: { panel, invoice }, world }) => {
    world.asaas.control.addFault({ method: 'POST', path: '/v3/payments', fault });
    await confirmSending(panel, 'pt-BR', invoice.id);
    await panel.waitForStatus(invoice.id, 'open', 75_000);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  });

test('a worker killed again and again while it sends makes at most one charge', async ({
  fresh: { panel, invoice },
  ready,
  world,
}) => {
  test.setTimeout(150_000);
  world.asaas.control.addFault({
    path: '/v3/**',
    times: 0,
    fault: { kind: 'latency', ms: 250, when: 'before' },
  });
  const drawer = await confirmSending(panel, 'pt-BR', invoice.id);
  await drawer.waitFor('Andamento');
  for (let kill = 0; kill < 10; kill += 1) {
    await ready.killWorker();
    await panel.page.waitForTimeout(150 + kill * 70);
  }
  world.asaas.control.clearFaults();
  // Killed after the intent and before the request left, nobody knows: then it waits, and says so.
  const ends = [
    { says: 'Aberta', charges: 1 },
    { says: 'Resultado desconhecido', charges: 0 },
  ];
  await eventually(
    'the drawer says what Asaas has',
    async () => {
      const text = await drawer.text();
      const charges = world.chargesOf(invoice.id).length;
      if (ends.some((end) => end.charges === charges && text.includes(end.says))) return true;
      throw new Error(`${charges} charges, and the drawer shows: ${text}`);
    },
    { timeout: 100_000 },
  );
  expect(world.chargesOf(invoice.id).length).toBeLessThanOrEqual(1);
});

test('double clicks on the row and on the confirmation make one charge', async ({
  fresh: { panel, invoice },
  world,
}) => {
  const button = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
  await button.dblclick();
  await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(1);
  await expect(panel.page.locator('form[name="fn_areceber"]')).toHaveCount(0);
  const drawer = chromiumSurface(panel.page.frameLocator('iframe[data-ixa-drawer]'));
  await drawer.doublePress(CONFIRM);
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});

test('two tabs that confirm at once make one charge', async ({
  fresh: { panel, invoice },
  ready,
  world,
}) => {
  const other = chromiumPanel(await ready.context.newPage());
  await other.openReceivables();
  const drawers = [await panel.openDrawer(invoice.id), await other.openDrawer(invoice.id)];
  expect(drawers).toHaveLength(2);
  const buttons = [panel, other].map(({ page }) =>
    page.frameLocator('iframe[data-ixa-drawer]').getByRole('button', { name: CONFIRM }),
  );
  for (const button of buttons) await expect(button).toBeEnabled();
  // The slower click may find that its button is gone, because the other one was heard first.
  void Promise.allSettled(buttons.map((button) => button.click({ timeout: PATIENCE })));
  await panel.waitForStatus(invoice.id, 'open');
  await other.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await other.page.close();
});

test('an invoice that is sent again after its charge exists gets no second one', async ({
  fresh: { panel, invoice },
  world,
}) => {
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Aberta');
  expect(await drawer.text()).not.toContain(CONFIRM);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
