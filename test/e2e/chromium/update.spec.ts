import { eventually } from '../harness/eventually.ts';
import { send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

test('an extension updated under an open tab says so, sends nothing, and works after F5', async ({
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

  await panel.page.bringToFront();
  const button = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
  const notice = panel.page.locator('[data-ixa-notice]');
  await button.click({ force: true });
  await expect(notice).toContainText('Recarregue a página');
  await panel.openReceivables();
  await send(panel, 'pt-BR', invoice.id);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
