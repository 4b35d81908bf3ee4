import { chargedLongAgo } from '../../test/e2e/harness/new-date.ts';
import type { Stage } from '../demo/stage.ts';
import { type Camera, drawerOf, partPicture } from './camera.ts';

/** What an attendant does with a charge that was sent long ago. */
export async function deskPictures(
  { panel, world, session }: Stage,
  { file }: Camera,
): Promise<void> {
  const { page } = panel;
  const invoice = world.newInvoice();
  chargedLongAgo(world, invoice);
  await panel.openReceivables();
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const drawer = drawerOf(page);
  const picture = (name: string, shown: string) => partPicture(page, shown, file(name));
  await drawer.locator('[data-key="n"]:not(:disabled)').waitFor();
  await drawer.locator('h1').focus();
  await page.keyboard.press('n');
  await picture('gaveta-nova-data', '[data-edit-form="date"]');
  await drawer.getByRole('button', { name: 'Alterar cobrança', exact: true }).click();
  await picture('gaveta-alterar', '[data-edit-form="terms"]');
  await drawer.getByRole('button', { name: 'Segunda via', exact: true }).click();
  await picture('gaveta-mensagem', 'textarea');
  await drawer.locator('h1').focus();
  await page.keyboard.press('d');
  await picture('gaveta-detalhes', '[data-fact]');
  await drawer.locator('h1').focus();
  await page.keyboard.press('v');
  await picture('gaveta-avisos', '[data-notices] table');
  await drawer.locator('h1').focus();
  await page.keyboard.press('a');
  await picture('gaveta-acoes', '[data-act="cancel"]');
  const opened = session.context.waitForEvent('page');
  await drawer.locator('[data-act="cancel"]').click();
  const confirmation = await opened;
  await confirmation.getByRole('textbox').first().waitFor();
  await confirmation.setViewportSize({ width: 480, height: 640 });
  await confirmation.screenshot(file('confirmar-cancelamento'));
  await confirmation.close();
  await page.bringToFront();
  await panel.closeDrawer();
}
