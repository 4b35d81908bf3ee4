import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everywhere, GENERATIONS, PLACES, SITES, visit } from '../harness/everywhere.ts';
import { firefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { send } from '../harness/send.ts';
import { addPanel } from '../harness/setup.ts';
import { readyFirefox, type Ready } from './ready.ts';

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR', {}, everywhere);
  const page = await ready.session.extensionPage('options.html');
  const { ixcToken } = ready.world.credentials;
  for (const { origin } of Object.values(SITES).slice(1)) {
    await addPanel(firefoxSurface(page), 'pt-BR', { origin, ixcToken });
  }
  await page.close();
});
afterAll(() => ready.close());

describe.each(GENERATIONS)('generation %s', (generation) => {
  test.each(Object.entries(SITES))(
    'under %s, every place has its marks and an invoice becomes one charge',
    async (_under, site) => {
      const { world, session } = ready;
      world.ixc.control.setPanel({ generation });
      const panel = firefoxPanel(await session.browser.newPage(), site);
      for (const place of Object.values(PLACES)) await visit(panel, place);
      const invoice = world.newInvoice();
      await panel.openReceivables();
      await send(panel, 'pt-BR', invoice.id);
      expect(world.chargesOf(invoice.id)).toHaveLength(1);
      await panel.page.close();
    },
  );
});

test('nothing but lists and reads ever reached IXC', () => {
  expect(ready.world.ixc.control.writes()).toEqual([]);
});
