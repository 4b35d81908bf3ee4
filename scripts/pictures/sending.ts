import { KNOWN } from '../../test/emulators/ixc/index.ts';
import { send } from '../../test/e2e/harness/send.ts';
import type { Stage } from '../demo/stage.ts';
import { type Camera, SETTLED } from './camera.ts';

/** The panel with its marks, and a sending from its preview to the open charge, whose drawer stays open. */
export async function sendingPictures(
  { panel, world }: Stage,
  { file, ofThePanel }: Camera,
): Promise<void> {
  const { page } = panel;
  for (const { id } of [KNOWN.thirdOpenInvoice, KNOWN.dueTodayInvoice]) {
    await send(panel, 'pt-BR', id);
    await panel.closeDrawer();
  }
  const [paid] = world.chargesOf(KNOWN.dueTodayInvoice.id);
  if (paid !== undefined) world.asaas.control.pay(paid.id);
  const drawer = await panel.openDrawer(KNOWN.dueTodayInvoice.id);
  await drawer.press('Atualizar');
  await panel.waitForStatus(KNOWN.dueTodayInvoice.id, 'paid');
  await panel.closeDrawer();
  await page.mouse.move(700, 500);
  const marks = ofThePanel('painel');
  if (marks !== null) await page.screenshot(marks);

  const preview = await panel.openDrawer(KNOWN.openInvoice.id);
  await preview.waitFor('Confirmar envio');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('gaveta-previa'));

  await preview.press('Confirmar envio');
  await panel.waitForStatus(KNOWN.openInvoice.id, 'open');
  await preview.waitFor('Linha digitável');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('gaveta-cobranca'));
  await panel.closeDrawer();
}
