import { expect, test } from 'vitest';
import { fail, ok } from '../../../lib/billing/result.ts';
import { adoptionStories as stories, BATCH, panel, row, run, RUN } from './adoption-samples.ts';
import { accessibilityProblems, contrastProblems, look, sidewaysScroll } from './gallery.ts';
import { fillLedger, useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';

const { page, openOver, section, sent } = useOptions();
const adoption = () => section('Vincular cobranças existentes');

test.each(Object.entries(stories))(
  'the section is legible and accessible %s, light and dark',
  async (name, rows) => {
    await openOver(rows, complete);
    await adoption().scrollIntoViewIfNeeded();
    if (name !== 'before') await adoption().getByText(/\d/).first().waitFor();
    const frame = page().mainFrame();
    await look(page(), { name: `options-adoption-${name}`, width: 1000 });
    expect(await accessibilityProblems(frame)).toEqual([]);
    await look(page(), { name: `options-adoption-${name}-dark`, width: 1000, dark: true });
    expect(await contrastProblems(frame)).toEqual([]);
    await look(page(), { name: `options-adoption-${name}-narrow`, width: 420 });
  },
);

test('a lock hides who the customers are, at once', async () => {
  await openOver(stories['compared'] ?? {}, complete);
  await adoption().getByText('70 · MA').waitFor();
  await openOver(stories['compared'] ?? {}, { ...complete, vault: 'locked' });
  await adoption().getByRole('cell', { name: '70', exact: true }).waitFor();
  expect(await adoption().getByText(/· MA/).count()).toBe(0);
});

const person = (id: string, name: string, change = {}) => ({
  ...{ id, name, document: '***.982.247-**', nameDiffers: false, documentDiffers: false },
  ...change,
});
const names = ok([
  {
    chargeId: row(0).id,
    payer: { id: 'cus_000000000000', name: 'Maria Exemplo da Silva', document: '***.982.247-**' },
    customers: [person('70', 'Maria Exemplo da Silva')],
  },
  {
    chargeId: row(1).id,
    payer: { id: 'cus_000000000001', name: 'João Fictício', document: '***.444.777-**' },
    customers: [
      person('71', 'Antônia Exemplo de Nome Comprido', {
        nameDiffers: true,
        documentDiffers: true,
      }),
    ],
  },
]);

test('names stand side by side once they are asked for, with an alarm where they disagree', async () => {
  await openOver(stories['compared'] ?? {}, complete, { replies: { 'adoption/names': names } });
  await adoption().getByText('70 · MA').waitFor();
  expect(await sent('adoption/names')).toEqual([]);
  const show = adoption().getByRole('button', { name: 'Mostrar nomes' });
  await show.focus();
  await page().keyboard.press('Enter');
  const of = (charge: string) => adoption().getByRole('row').filter({ hasText: charge });
  await expect.poll(() => of(row(0).id).getByText('Maria Exemplo da Silva').count()).toBe(2);
  await of(row(1).id).getByText('outro nome').waitFor();
  await of(row(1).id).getByText('outro CPF ou CNPJ').waitFor();
  expect(await of(row(0).id).getByText('outro nome').count()).toBe(0);
  await adoption().getByRole('alert').getByText('Em 1 cobrança à vista').waitFor();
  expect((await sent('adoption/names')).length).toBe(1);
  await look(page(), { name: 'options-adoption-names', width: 1000 });
  expect(await accessibilityProblems(page().mainFrame())).toEqual([]);
  await look(page(), { name: 'options-adoption-names-dark', width: 1000, dark: true });
  expect(await contrastProblems(page().mainFrame())).toEqual([]);
  await look(page(), { name: 'options-adoption-names-narrow', width: 420 });
  expect(await sidewaysScroll(page().mainFrame())).toBe(0);
  await show.click();
  await adoption().getByText('70 · MA').waitFor();
  expect(await adoption().getByText('Maria Exemplo').count()).toBe(0);
});

test('names of one comparison are not shown beside the charges of the next', async () => {
  await openOver(stories['compared'] ?? {}, complete, { replies: { 'adoption/names': names } });
  await adoption().getByRole('button', { name: 'Mostrar nomes' }).click();
  await adoption().getByText('João Fictício').waitFor();
  const rows = {
    meta: [{ key: 'adoption', value: run({ id: 'ef'.repeat(16) }) }],
    adoptions: [row(1, { customerId: '88', initials: 'OP' })],
  };
  await fillLedger(page(), rows);
  await page().evaluate(() => {
    new BroadcastChannel('x-storagemutated-1').postMessage({ all: true });
  });
  await adoption().getByText('88 · OP').waitFor();
  expect(await adoption().getByText('João Fictício').count()).toBe(0);
});

test('names are not offered while locked, and a reading that failed says why', async () => {
  await openOver(stories['compared'] ?? {}, { ...complete, vault: 'locked' });
  await adoption().getByText('Desbloqueie a Ponte para ver os nomes.').waitFor();
  expect(await adoption().getByRole('button', { name: 'Mostrar nomes' }).count()).toBe(0);
  await openOver(stories['compared'] ?? {}, complete, {
    replies: { 'adoption/names': fail({ code: 'ixc-token-missing' }) },
  });
  await adoption().getByRole('button', { name: 'Mostrar nomes' }).click();
  await adoption()
    .getByText(/token do webservice/i)
    .first()
    .waitFor();
  expect((await sent('adoption/names')).length).toBe(1);
});

test('nothing is linked before what happens was said and confirmed', async () => {
  await openOver(stories['compared'] ?? {}, complete);
  const first = adoption().getByRole('button', { name: 'Vincular 2 cobranças' });
  await first.focus();
  await page().keyboard.press('Enter');
  await adoption().getByText('Nenhuma cobrança é criada').waitFor();
  expect(await sent('adoption/link')).toEqual([]);
  await page().keyboard.press('Escape');
  await first.waitFor();
  await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
  await page().keyboard.press('Enter');
  await adoption().getByRole('button', { name: 'Confirmar e vincular' }).waitFor();
  await page().keyboard.press('Enter');
  await expect
    .poll(() => sent('adoption/link'))
    .toEqual([{ verb: 'adoption/link', run: RUN, count: 2 }]);
});

test('the list is filtered by what became of each, and one is undone by itself', async () => {
  await openOver(stories['compared'] ?? {}, complete);
  await adoption().getByLabel('Mostrar', { exact: true }).selectOption('linked');
  await expect.poll(() => adoption().getByRole('row').count()).toBe(3);
  await adoption().getByText('A cobrança já foi paga ou deixou de estar em aberto').waitFor();
  await adoption().getByRole('button', { name: 'Desfazer o vínculo do título 1006' }).click();
  await expect
    .poll(() => sent('adoption/undo'))
    .toEqual([{ verb: 'adoption/undo', batch: BATCH, chargeId: 'pay_080225913256' }]);
});

test('without a token it says what is missing, and offers nothing', async () => {
  await openOver({}, { ...complete, panels: [{ ...panel, tokenHint: null }] });
  await adoption().getByText('Falta o token do webservice do IXC').waitFor();
  expect(await adoption().getByRole('button').count()).toBe(0);
});
