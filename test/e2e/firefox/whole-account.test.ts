import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../harness/catalogues.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { chargedByHand } from '../harness/payers.ts';
import { BATCH, letAsaasTell, seedPayers, toldBySms } from '../harness/told-payers.ts';
import { readyFirefox, type Ready } from './ready.ts';

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

test('charges made by hand are found, linked as the invoices own, and let go of again', async () => {
  const says = (key: string) => words('pt-BR', `options_adoption.${key}`);
  const { world, session } = ready;
  const [invoice, twice] = [world.newInvoice(), world.newInvoice()];
  const charge = chargedByHand(world, invoice);
  const doubled = [chargedByHand(world, twice), chargedByHand(world, twice)];
  const panel = await ready.newPanel();
  const page = await session.extensionPage('options.html');
  const section = firefoxSurface(page).section(says('heading'));
  const rowOf = (id: string) =>
    page.$$eval(
      'tr',
      (rows, wanted) => rows.find((row) => row.innerText.includes(wanted))?.innerText,
      id,
    );
  await section.press(says('start'));
  await expect.poll(() => rowOf(charge.id)).toContain(says('group_exact'));
  expect(await rowOf(charge.id)).toContain(invoice.id);
  for (const { id } of doubled) expect(await rowOf(id)).toContain(says('group_ambiguous'));
  const puts = () => world.asaas.control.requests({ method: 'PUT' });
  expect(puts()).toEqual([]);

  await section.press('Vincular 1 cobrança');
  await section.press(says('link_confirm'));
  await expect.poll(() => rowOf(charge.id)).toContain(says('group_linked'));
  expect(world.asaas.control.charge(charge.id).externalReference).toContain(`:${invoice.id}`);
  expect(world.chargesOf(twice.id)).toEqual([]);
  expect(puts()).toHaveLength(1);
  await panel.page.bringToFront();
  await panel.waitForStatus(invoice.id, 'open');

  await page.bringToFront();
  await section.press('Desfazer o último lote (1 cobrança)');
  await section.press(says('undo_confirm'));
  await expect.poll(() => rowOf(charge.id)).toContain(says('group_undone'));
  expect(world.chargesOf(invoice.id)).toEqual([]);
  await page.close();
  await panel.page.close();
});

test('all payers of ours are standardised, with a pause', async () => {
  const says = (key: string) => words('pt-BR', `options_payer_notices.${key}`);
  const { world, session } = ready;
  seedPayers(world, await letAsaasTell(session), 6);
  const others = toldBySms(world, false);
  const { control } = world.asaas;
  const batches = () => control.requests(BATCH).length;
  control.addFault({ ...BATCH, fault: { kind: 'latency', ms: 500, when: 'after' }, times: 0 });
  const page = await session.extensionPage('options.html');
  const section = firefoxSurface(page).section(says('heading'));
  await section.press(says('look'));
  await section.waitFor(/Digite \d+ para confirmar/);
  expect(batches()).toBe(0);
  const [asked = '', payers = ''] = /Digite (\d+) para confirmar/.exec(await section.text()) ?? [];
  expect(Number(payers)).toBeGreaterThanOrEqual(6);
  await section.fill(asked, payers);
  await section.press(`Mudar ${payers} pagadores`);

  await expect.poll(batches).toBeGreaterThanOrEqual(2);
  await section.press(says('hold'));
  await section.waitFor(/Parado por você em \d+ de \d+\./);
  const paused = batches();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(batches()).toBe(paused);
  await section.press(says('resume'));
  await section.waitFor(/\d+ mudados, 0 com falha/, 60_000);
  expect(toldBySms(world, true)).toBe(0);
  expect(toldBySms(world, false)).toBe(others);
  expect(batches()).toBe(Number(payers));
  await page.close();
});
