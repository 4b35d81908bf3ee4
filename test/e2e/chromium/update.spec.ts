import { eventually } from '../harness/eventually.ts';
import { send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

test('an extension updated under an open tab takes over there, sends nothing by itself, and works before and after F5', async ({
  own: { session, panel, invoice },
  world,
}) => {
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Confirmar envio');
  const before = await session.worker();
  const options = await session.extensionPage('options.html');
  const closed = options.waitForEvent('close');
  await options.evaluate(() => {
    const { runtime } = (window as unknown as { chrome: { runtime: { reload(): void } } }).chrome;
    setTimeout(() => runtime.reload(), 100);
  });
  await closed;
  await eventually('the new worker runs', async () => (await session.worker()) !== before || null);
  expect(world.chargesOf(invoice.id)).toEqual([]);

  await test.step('the old drawer is gone, and the mark is the new script’s', async () => {
    await panel.page.bringToFront();
    await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(0);
    await expect(panel.page.locator('[data-ixa-notice]')).toHaveCount(0);
    const again = await panel.openDrawer(invoice.id);
    await again.waitFor('Confirmar envio');
    expect(world.chargesOf(invoice.id)).toEqual([]);
  });

  await panel.openReceivables();
  await send(panel, 'pt-BR', invoice.id);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
