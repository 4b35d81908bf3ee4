import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import type { ChromiumPanel } from '../harness/chromium-panel.ts';
import { expect, test } from './fixtures.ts';

/** Long enough for marks that should not come. ms. */
const A_WHILE = 700;

async function open(panel: ChromiumPanel, path: string): Promise<void> {
  await panel.page.evaluate(
    (name) => (window as unknown as { __emulator: PanelHook }).__emulator.open(name),
    path,
  );
  await panel.page.waitForTimeout(A_WHILE);
}

for (const generation of ['A', 'B'] as const) {
  test(`generation ${generation}: rows that disagree and grids that only look alike get no mark, and the self-check says so`, async ({
    ready,
    world,
    panel,
  }) => {
    const page = await ready.extensionPage('options.html');
    const options = chromiumSurface(page).section('Painel');
    try {
      await test.step('every row names two different invoices', async () => {
        world.ixc.control.setPanel({ generation, contradictory: true });
        await panel.openPage();
        await panel.page.waitForTimeout(A_WHILE);
        expect(await panel.marks()).toEqual([]);
        await options.press('Autoverificação');
        await options.waitFor(/Em \d+ linhas as fontes apontam títulos diferentes/);
      });

      await test.step('bills to pay, sales and receipts', async () => {
        world.ixc.control.setPanel({ generation, contradictory: false, unsortable: 'all' });
        await panel.openPage();
        for (const path of ['fn_apagar', 'vd_saida', 'fn_areceber_baixas']) {
          await open(panel, path);
          expect(await panel.marks(), path).toEqual([]);
        }
        await options.press('Autoverificação');
        await options.waitFor('não reconhecida');
      });

      await test.step('a panel that bills by fatura', async () => {
        world.ixc.control.setPanel({ generation, unsortable: [], geracaoPorFatura: 'S' });
        // Seldom asked: a new worker asks anew.
        await ready.killWorker();
        await panel.openPage();
        await expect(panel.page.locator('[data-ixa-notice]')).toContainText(
          'Geração por fatura: ainda não suportado',
        );
        expect(await panel.marks()).toEqual([]);
      });
    } finally {
      world.ixc.control.setPanel({
        generation: 'B',
        contradictory: false,
        unsortable: [],
        geracaoPorFatura: 'N',
      });
      await ready.killWorker();
      await panel.openReceivables();
      await page.close();
    }
  });
}
