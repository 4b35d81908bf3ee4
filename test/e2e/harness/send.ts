import { label, type Language } from './catalogues.ts';
import type { Panel } from './panel.ts';
import type { Surface } from './surface.ts';

/** Opens the invoice's drawer and confirms what it proposes; the charge may not exist yet. */
export async function confirmSending(
  panel: Panel,
  lang: Language,
  invoiceId: string,
): Promise<Surface> {
  const drawer = await panel.openDrawer(invoiceId);
  await drawer.press(label(lang, 'Confirmar envio'));
  return drawer;
}

/** The same, and waits for the badge that says the charge is open. */
export async function send(panel: Panel, lang: Language, invoiceId: string): Promise<Surface> {
  const drawer = await confirmSending(panel, lang, invoiceId);
  await panel.waitForStatus(invoiceId, 'open');
  return drawer;
}
