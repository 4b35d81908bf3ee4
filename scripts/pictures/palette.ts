import { KNOWN } from '../../test/emulators/ixc/index.ts';
import { chargedLongAgo } from '../../test/e2e/harness/new-date.ts';
import { openPalette } from '../../test/e2e/harness/second-copy.ts';
import { civilDateIn } from '../../test/e2e/harness/world.ts';
import type { Stage } from '../demo/stage.ts';
import { type Camera, SETTLED } from './camera.ts';

/** The second copy by its key and from a row, once there is a charge to copy; and a customer with several. */
export async function palettePictures(
  { panel, world }: Stage,
  { file, ofThePanel }: Camera,
): Promise<void> {
  const { page } = panel;
  const { id } = KNOWN.openInvoice;
  const palette = await openPalette(page);
  await palette.type(id);
  await palette.shows(id);
  await palette.key('ArrowDown');
  await palette.key('p');
  await palette.says('Pix copiado');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('segunda-via'));
  await palette.key('?');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('segunda-via-teclas'));
  await palette.key('Escape');
  await palette.key('Escape');

  const menu = ofThePanel('menu-copiar');
  if (menu !== null) {
    await page.locator(`[data-ixa-invoice="${id}"] [data-ixa-copy]`).click();
    await page.getByRole('menu').waitFor();
    await page.screenshot(menu);
    await page.keyboard.press('Escape');
  }

  const first = world.newInvoice({ dueDate: civilDateIn(-40) });
  const { customerId } = first;
  const others = [-10, 20].map((days) =>
    world.newInvoice({ customerId, dueDate: civilDateIn(days) }),
  );
  for (const invoice of [first, ...others]) chargedLongAgo(world, invoice);
  const several = await openPalette(page);
  await several.type(String(world.ixc.control.customer(customerId)['cnpj_cpf']));
  await several.shows(first.id);
  await several.key('ArrowDown');
  await several.key('r');
  await several.frame.locator(`[data-invoice="${first.id}"]`).getByText('Vencida').waitFor();
  await several.frame.getByText(/vencidos: /).scrollIntoViewIfNeeded();
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('segunda-via-varias'));
  await several.key('Escape');
}
