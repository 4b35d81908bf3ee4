import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { everywhere, GENERATIONS, PLACES, SITES } from '../harness/everywhere.ts';
import { firefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { send } from '../harness/send.ts';
import { addPanel } from '../harness/setup.ts';
import { readyFirefox, type Ready } from './ready.ts';

describe.each(GENERATIONS)('generation %s', (generation) => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await readyFirefox('pt-BR', {}, everywhere(generation));
    const page = await ready.session.extensionPage('options.html');
    const { ixcToken } = ready.world.credentials;
    for (const { origin } of Object.values(SITES).slice(1)) {
      await addPanel(firefoxSurface(page), 'pt-BR', { origin, ixcToken });
    }
    await page.close();
  });
  afterAll(() => ready.close());

  test.each(Object.entries(SITES))(
    'under %s, every place has its marks and an invoice becomes one charge',
    async (_under, site) => {
      const { world, session } = ready;
      const panel = firefoxPanel(await session.browser.newPage(), site);
      for (const [name, place] of Object.entries(PLACES)) {
        await panel.openReceivables();
        await place.open(panel);
        const marks = await eventually(`marks in ${name}`, async () => {
          const all = await panel.marks();
          return all.some(({ id }) => id === place.shows) ? all : null;
        });
        for (const mark of marks) expect(mark.id).toBe(mark.rowId);
        const rows = await panel.page.$$('table:has([data-ixa-invoice]) > tbody > tr');
        expect(marks).toHaveLength(rows.length);
      }
      const invoice = world.newInvoice();
      await panel.openReceivables();
      await send(panel, 'pt-BR', invoice.id);
      expect(world.chargesOf(invoice.id)).toHaveLength(1);
      await panel.page.close();
    },
  );

  test('nothing but lists and reads ever reached IXC', () => {
    expect(ready.world.ixc.control.writes()).toEqual([]);
  });
});
