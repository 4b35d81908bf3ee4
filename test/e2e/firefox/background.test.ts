import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { readyFirefox, type Ready } from './ready.ts';

/** Longer than the test; the clock is moved over it to let the held request go on. */
const HELD = 120_000;

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR', { backgroundIdle: 3000 });
});
afterAll(() => ready.close());

/** Runs in an extension page: whether the background is alive. Asking does not wake it. */
function backgroundLives(): boolean {
  const { extension } = (window as unknown as { browser: { extension: { getViews(): Window[] } } })
    .browser;
  return extension.getViews().some((view) => view.location.pathname.includes('background'));
}

test('a background that Firefox ends in the middle of a sending leaves exactly one charge', async () => {
  const { world, session } = ready;
  const { control } = world.asaas;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Confirmar envio');
  const rule = control.addFault({
    method: 'POST',
    path: '/v3/payments',
    fault: { kind: 'latency', ms: HELD, when: 'after' },
  });
  await drawer.press('Confirmar envio');
  await eventually('the request is held', () => {
    return control.faults().some(({ id, struck }) => id === rule && struck > 0) || null;
  });
  await panel.page.close();
  const page = await session.extensionPage('options.html');
  const lives = () => page.evaluate(backgroundLives);
  await eventually('the background is seen alive', async () => (await lives()) || null);
  await eventually('Firefox ended the background', async () => !(await lives()) || null, {
    timeout: 40_000,
  });
  control.removeFault(rule);
  await control.advance(HELD);

  const again = await ready.newPanel();
  await again.waitForStatus(invoice.id, 'open', 75_000);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
