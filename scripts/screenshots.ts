/**
 * Regenerates docs/images: the product in light and dark, on the emulators, as `npm start` shows it.
 *
 *   node scripts/bootstrap.mjs scripts/screenshots.ts
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium } from './browsers-install.ts';
import { setStage } from './demo/stage.ts';
import type { Camera } from './pictures/camera.ts';
import { deskPictures } from './pictures/desk.ts';
import { pagePictures } from './pictures/pages.ts';
import { palettePictures } from './pictures/palette.ts';
import { payerPictures } from './pictures/payer.ts';
import { sendingPictures } from './pictures/sending.ts';

const IMAGES = join('docs', 'images');

process.env['PONTE_CHROMIUM'] = ensureChromium();
await mkdir(IMAGES, { recursive: true });
await pictures('light', 'claro');
await pictures('dark', 'escuro');

/** Pictures of one colour scheme; `suffix` ends their names. */
async function pictures(colorScheme: 'light' | 'dark', suffix: string): Promise<void> {
  const camera: Camera = {
    file: (name) => ({ path: join(IMAGES, `${name}-${suffix}.png`) }),
    // The panel has one look only, and the marks follow it.
    ofThePanel: (name) => (colorScheme === 'light' ? { path: join(IMAGES, `${name}.png`) } : null),
  };
  const stage = await setStage({
    headless: true,
    colorScheme,
    async afterSetup({ context }) {
      const options = context.pages().at(-1);
      await options?.evaluate(() => {
        scrollTo(0, 0);
      });
      await options?.screenshot(camera.file('opcoes'));
    },
  });
  try {
    await sendingPictures(stage, camera);
    await palettePictures(stage, camera);
    await deskPictures(stage, camera);
    await payerPictures(stage, camera);
    await pagePictures(stage, camera);
  } finally {
    await stage.close();
  }
}
