import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scenario } from './browser-stub.ts';
import { accessibilityProblems, contrastProblems, look, sidewaysScroll } from './gallery.ts';
import { CUSTOMER, HERE, keepingRows } from './options-ledger.ts';
import { fillLedger } from './options-page.ts';
import { complete, kindReplies, setupStories } from './page-stories.ts';
import { startSurfaceBrowser, type SurfaceBrowser } from './surface-browser.ts';

let surfaces: SurfaceBrowser;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
});
afterAll(() => surfaces.close());

const setup = {
  ...(setupStories['two-accounts'] ?? complete),
  paused: true,
  notifications: { ...complete.notifications, quietHours: { from: '20:00', to: '08:00' } },
};
const scenario: Scenario = {
  replies: {
    ...kindReplies,
    'setup/read': setup,
    'data/wipe': { ok: false, error: { code: 'wipe-busy', params: { invoice: '4803' } } },
    'audit/verify': {
      ok: true,
      value: {
        installations: [
          { id: HERE, lines: 1_204, brokenAt: null },
          { id: 'bbbb2222-3333-4444-8555-666677778888', lines: 87, brokenAt: 42 },
        ],
      },
    },
  },
};

const WORDS = {
  pt_BR: {
    presses: ['Exportar dados', 'Ver o que seria apagado', 'Conferir auditoria'],
    customer: 'ID do cliente no IXC',
    file: 'Arquivo exportado pela Ponte',
    import: 'Importar arquivo',
    word: 'Digite APAGAR para confirmar',
    wipe: 'Apagar tudo deste navegador',
  },
  en: {
    presses: ['Export data', 'See what would be erased', 'Check the audit'],
    customer: 'Customer id in IXC',
    file: 'File exported by Ponte',
    import: 'Import file',
    word: 'Type APAGAR to confirm',
    wipe: 'Erase everything in this browser',
  },
} as const;

test('notices, quota and data, with all they can answer, read legibly and accessibly, light and dark, wide and narrow', async () => {
  for (const locale of ['pt_BR', 'en'] as const) {
    const { page, show } = await surfaces.newTab({ locale, width: 1280 });
    const words = WORDS[locale];
    await show('/options.html', scenario);
    await fillLedger(page, keepingRows);
    await show('/options.html', scenario);
    const data = page.locator('#data');
    await data.getByLabel(words.customer).fill(CUSTOMER);
    for (const name of words.presses) {
      await data.getByRole('button', { name, exact: true }).click();
    }
    await data
      .getByLabel(words.file)
      .setInputFiles({ name: 'ponte.jsonl', mimeType: '', buffer: Buffer.from('{}') });
    await data.getByRole('button', { name: words.import }).click();
    await data.getByLabel(words.word).fill('APAGAR');
    await data.getByRole('button', { name: words.wipe }).click();
    await data.getByRole('alert').waitFor();
    await data.locator('.points').first().waitFor();
    await page.locator('#sync meter').nth(3).waitFor();
    const frame = page.mainFrame();
    const as = `options-keeping${locale === 'en' ? '-en' : ''}`;
    await look(page, { name: as, width: 1280 });
    for (const part of await frame.locator('#notices, #sync, #data').allInnerTexts()) {
      expect(part).not.toMatch(/\{\w+\}|undefined|NaN|\$\d/);
    }
    expect(await accessibilityProblems(frame), as).toEqual([]);
    expect(await frame.evaluate(() => stub.violations)).toEqual([]);
    await look(page, { name: `${as}-dark`, width: 1280, dark: true });
    expect(await contrastProblems(frame), `${as}, dark`).toEqual([]);
    await look(page, { name: `${as}-narrow`, width: 400 });
    expect(await sidewaysScroll(frame), as).toBe(0);
    await page.close();
  }
});
