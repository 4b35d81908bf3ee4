import type { Locator } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageReplies } from '../../../lib/messages/pages.ts';
import { complete } from './page-stories.ts';
import { putInLedger } from './popup-ledger.ts';
import { openPopup } from './popup-page.ts';
import { found, jobs, ORIGIN, PAUSED } from './popup-samples.ts';
import { popupStories, type PopupStory } from './popup-stories.ts';
import { startSurfaceBrowser, type SurfaceBrowser, type SurfaceTab } from './surface-browser.ts';

let surfaces: SurfaceBrowser;
let tab: SurfaceTab;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
  tab = await surfaces.newTab({ width: 384, height: 600 });
});
afterAll(() => surfaces.close());

function story(name: string): PopupStory {
  const known = popupStories[name];
  if (known === undefined) throw new Error(`no story ${name}`);
  return known;
}

const open = (name: string, replies?: Partial<PageReplies>) => openPopup(tab, story(name), replies);
const region = (name: string): Locator => tab.page.getByRole('region', { name, exact: true });
const button = (name: string | RegExp): Locator => tab.page.getByRole('button', { name });
const sent = (verb: string) =>
  tab.page.evaluate((wanted) => stub.sent.filter((request) => request.verb === wanted), verb);
const focused = () => tab.page.evaluate(() => document.activeElement?.tagName ?? '');

/** What the worker does, seen from the page: another context writes the ledger. */
async function worker(rows: PopupStory['rows']): Promise<void> {
  await tab.page.evaluate(putInLedger, Object.entries(rows));
  await tab.page.evaluate(() => {
    // By this Dexie tells its other contexts; the rows above were put past it.
    new BroadcastChannel('x-storagemutated-1').postMessage({ all: true });
  });
}

test('everything has its heading, in order, and every control its name', async () => {
  await open('busy');
  const headings = await tab.page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual([
    'Resumo',
    'Precisa de você',
    'Fila',
    'Últimos acontecimentos',
    'Cota do Asaas',
  ]);
  const buttons = await tab.page.getByRole('button').all();
  const names = await Promise.all(
    buttons.map(
      async (each) => (await each.getAttribute('aria-label')) ?? (await each.innerText()),
    ),
  );
  expect(names.filter((name) => name.trim() === '')).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('an operation is called off and tried again by its own buttons, and a refusal is told beside it', async () => {
  await open('busy', { 'job/cancel': { ok: false, error: { code: 'cancel-too-late' } } });
  await button('Cancelar: Enviar cobrança, título 48212').click();
  expect(await sent('job/cancel')).toEqual([{ verb: 'job/cancel', id: 'job-queued' }]);
  await region('Fila').getByRole('alert').getByText('não pode mais ser cancelado').waitFor();
  await button('Tentar de novo: Enviar cobrança, título 48215').click();
  expect(await sent('job/retry')).toEqual([{ verb: 'job/retry', id: 'job-blocked' }]);
  expect(await region('Fila').getByText('Próxima tentativa às').count()).toBe(3);
});

test('an alert is dismissed by keyboard alone', async () => {
  await open('busy');
  await button(/^Dispensar: Pago em dobro/).press('Enter');
  const [request] = await sent('alert/dismiss');
  expect(request?.['id']).toMatch(/^paid-twice:/);
});

test('pausing asks the worker, and resuming too', async () => {
  await open('quiet');
  await button('Pausar tudo').click();
  expect(await sent('pause/set')).toEqual([{ verb: 'pause/set', paused: true }]);
  await open('paused');
  expect(await button('Pausar tudo').count()).toBe(0);
  await tab.page.getByText('3 operações esperam.').waitFor();
  await button('Retomar').click();
  expect(await sent('pause/set')).toEqual([{ verb: 'pause/set', paused: false }]);
});

test('what is held because it is too much at once can be let go from its alert', async () => {
  await open('held-changes', { 'counter/release': { ok: false, error: { code: 'internal' } } });
  await button('Conferi, pode fazer').click();
  expect(await sent('counter/release')).toEqual([{ verb: 'counter/release', origin: ORIGIN }]);
  await region('Precisa de você').getByRole('alert').waitFor();
});

test('a sending that was called off says what becomes of its charge, and cannot be called off twice', async () => {
  await open('called-off');
  const queue = region('Fila');
  await queue.getByText('Vai ser cancelada assim que a cobrança for encontrada.').waitFor();
  await queue.locator('summary').click();
  await queue.getByText('A cobrança chegou a ser criada e foi cancelada no Asaas').waitFor();
  expect(await queue.getByRole('button', { name: /^Cancelar/ }).count()).toBe(0);
  expect(await queue.getByText('Nada foi enviado ao Asaas.').count()).toBe(0);
});

test('no name stays on the page once the keys are locked', async () => {
  await open('quiet', { 'search/find': { ok: true, value: found } });
  await tab.page.getByRole('searchbox').fill('maria');
  await tab.page.getByRole('searchbox').press('Enter');
  await tab.page.getByText('Maria Exemplo').first().waitFor();
  await tab.page.evaluate((view) => stub.setUp(view), { ...complete, vault: 'locked' as const });
  await tab.page.getByText('Chaves bloqueadas').waitFor();
  expect(await tab.page.locator('body').innerText()).not.toContain('Maria');
  expect(await tab.page.getByRole('searchbox').inputValue()).toBe('');
});

test('a search that finds nothing, or fails, says so', async () => {
  await open('quiet');
  await tab.page.getByRole('searchbox').fill('48999');
  await tab.page.getByRole('searchbox').press('Enter');
  await tab.page.getByText('Nada encontrado.').waitFor();
  await open('quiet', { 'search/find': { ok: false, error: { code: 'ixc-network' } } });
  await tab.page.getByRole('searchbox').fill('maria');
  await button('Procurar').click();
  await tab.page.getByText('Não foi possível falar com o IXC').waitFor();
});

test.each([
  ['the tab that shows it', [{ id: 7, windowId: 1, url: `${ORIGIN}/adm.php#x` }], [7]],
  ['a new tab', [], [{ url: `${ORIGIN}/adm.php` }]],
  [
    'a new tab, and not one of a host that only begins alike',
    [{ id: 8, windowId: 1, url: `${ORIGIN}.alheio.example/adm.php` }],
    [{ url: `${ORIGIN}/adm.php` }],
  ],
])('a panel is shown in %s', async (_what, tabs, opened) => {
  await tab.show('/popup.html', { replies: { 'setup/read': complete }, tabs });
  await button('Abrir painel').click();
  await expect.poll(() => tab.page.evaluate(() => stub.opened)).toEqual(opened);
});

test('a search result, an alert, a stopped operation and an event open their invoice in the panel', async () => {
  const search = async () => {
    await tab.page.getByRole('searchbox').fill('maria');
    await tab.page.getByRole('searchbox').press('Enter');
    await tab.page.getByText('Maria Exemplo').first().waitFor();
    return tab.page.locator('search li button');
  };
  const firstOf = async (row: string) =>
    tab.page.locator(`${row} button`, { hasText: 'Abrir título' });
  const ways = {
    search,
    alert: () => firstOf('[data-alert="paid-twice"]'),
    operation: () => firstOf('[data-job="blocked"]'),
    event: () => firstOf('[data-event="paid"]'),
  };
  for (const [what, way] of Object.entries(ways)) {
    await open('busy', { 'search/find': { ok: true, value: found } });
    await (await way()).first().click();
    const [request] = await sent('invoice/open');
    expect(request?.['origin'], what).toBe(ORIGIN);
    expect(request?.['invoiceId'], what).toMatch(/^48\d+$/);
    expect(await tab.page.evaluate(() => stub.opened), what).toEqual([]);
  }
});

test('when the worker cannot open an invoice, its panel is shown', async () => {
  await open('busy', { 'invoice/open': { ok: false, error: { code: 'internal' } } });
  await tab.page.locator('[data-alert="paid-twice"] button', { hasText: 'Abrir título' }).click();
  await expect
    .poll(() => tab.page.evaluate(() => stub.opened))
    .toEqual([{ url: `${ORIGIN}/adm.php` }]);
});

test('the help is the own one, and needs no network', async () => {
  await open('quiet');
  const help = tab.page.getByRole('link', { name: 'Ajuda', exact: true });
  expect(await help.getAttribute('href')).toBe('/options.html#help');
});

test('what a reading came to is said: read, put off, and why nothing was asked', async () => {
  await open('quiet');
  await button('Atualizar agora').click();
  // The worker of the stub reads nothing, whatever it answers.
  await tab.page.getByText('Não foi possível ler agora.').waitFor();
  await open('locked-with-numbers');
  await button('Atualizar agora').click();
  await tab.page.getByText('As chaves estão bloqueadas.').waitFor();
  expect(await sent('sync/now')).toEqual([]);
});

test('the page follows the ledger by itself, and the keyboard stays where it was', async () => {
  await open('busy');
  const cancel = button('Cancelar: Enviar cobrança, título 48212');
  await cancel.focus();
  await worker({ ...story('busy').rows, jobs: jobs.filter(({ id }) => id !== 'job-queued') });
  await cancel.waitFor({ state: 'detached' });
  expect(await focused()).toBe('DIV');
  await worker({ ...story('busy').rows, meta: [PAUSED] });
  await button('Retomar').waitFor();
});

test('without a worker everything that is stored is there', async () => {
  await open('worker-silent');
  await tab.page.getByText('A extensão não respondeu.').waitFor();
  expect(await tab.page.locator('[data-figure="pending"] strong').innerText()).toBe('1.242');
  await region('Últimos acontecimentos').getByText('Pagamento recebido').waitFor();
});
