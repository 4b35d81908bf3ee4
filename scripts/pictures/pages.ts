import type { Stage } from '../demo/stage.ts';
import type { Camera } from './camera.ts';

/** As wide as the browser shows a popup, and as high at most. */
const POPUP = { width: 400, height: 600 };
/** Sections of the options that are no steps of the setup, with the names of their pictures. */
const PARTS = {
  notices: 'opcoes-avisos',
  sync: 'opcoes-cota',
  messages: 'opcoes-mensagens',
};

/** The popup and the rest of the options, once there is something to show in them. */
export async function pagePictures({ session }: Stage, { file }: Camera): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  await popup.setViewportSize(POPUP);
  await popup.getByRole('button', { name: 'Atualizar agora' }).click();
  await popup.getByText('Tudo lido agora').waitFor();
  await popup.locator('[data-figure="receivedToday"] strong', { hasText: '1' }).waitFor();
  await popup.mouse.move(0, 0);
  await popup.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await popup.screenshot(file('popup'));

  const options = await session.extensionPage('options.html');
  for (const [anchor, name] of Object.entries(PARTS)) {
    await options.locator(`#${anchor}`).screenshot(file(name));
  }
}
