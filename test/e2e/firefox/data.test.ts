import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { message } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { send } from '../harness/send.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => message('pt-BR', key);

let ready: Ready;
let downloads: string;
beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'ponte-downloads-'));
  ready = await readyFirefox('pt-BR', { downloads });
});
afterAll(async () => {
  await ready.close();
  await rm(downloads, { recursive: true, force: true });
});

async function openOptions() {
  const page = await ready.session.extensionPage('options.html');
  const options = firefoxSurface(page);
  await options.waitFor('Dados');
  return { page, options, data: options.section('Dados') };
}

/** The file of this ending, once the browser has saved all of it. */
const saved = (ending: string) =>
  eventually(`a file ${ending} is saved`, async () => {
    const names = await readdir(downloads);
    const name = names.find((one) => one.endsWith(ending) && !names.includes(`${one}.part`));
    const path = join(downloads, name ?? '');
    const text = name === undefined ? '' : await readFile(path, 'utf8');
    return text === '' ? null : { path, text };
  });

async function choose(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  await field?.uploadFile(path);
}

test('all but the secrets is exported, erased, brought back, and one customer is erased for good', async () => {
  const { world } = ready;
  const { asaasKey, ixcToken } = world.credentials;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await send(panel, 'pt-BR', invoice.id);
  const [charge] = world.chargesOf(invoice.id);
  world.asaas.control.pay(charge?.id ?? '');
  await drawer.press('Atualizar');
  await panel.waitForStatus(invoice.id, 'paid');
  await panel.page.close();

  const before = await openOptions();
  await before.data.press('Exportar dados');
  const { path, text } = await saved('.jsonl');
  expect(text).toContain(charge?.id);
  for (const secret of [asaasKey, ixcToken]) expect(text).not.toContain(secret);
  await before.data.press('Conferir auditoria');
  await before.data.waitFor(/Este navegador.*íntegra/);

  await before.data.fill('Digite APAGAR para confirmar', 'APAGAR');
  await before.data.press('Apagar tudo deste navegador');
  await eventually('the extension has ended, and its pages with it', () =>
    before.page.evaluate(() => null).catch(() => true as const),
  );
  const blank = await eventually('it starts again', openOptions);
  await blank.options.waitFor('0 de 4 passos prontos');

  const after = world.asaas.control.requests().at(-1)?.sequence ?? 0;
  await choose(blank.page, path);
  await blank.data.press('Importar arquivo');
  await blank.data.waitFor(says('options_data.imported'));
  await blank.data.waitFor(/Cobranças 1 /);
  await blank.options.waitFor('3 de 4 passos prontos');

  await blank.data.fill('ID do cliente no IXC', invoice.customerId);
  await blank.data.press('Ver o que seria apagado');
  await blank.data.waitFor('1 cobrança encerrada');
  await blank.data.press('Apagar dados do cliente');
  await blank.data.waitFor(says('options_data.erased'));
  await blank.data.press('Baixar dados do cliente');
  const left = JSON.parse((await saved('.json')).text) as { charges: unknown[] };
  expect(left.charges).toEqual([]);
  await blank.data.press('Conferir auditoria');
  await blank.data.waitFor(/íntegra/);
  expect(await blank.data.text()).not.toContain('quebrada');
  const changes = world.asaas.control.requests({ after }).filter(({ method }) => method !== 'GET');
  expect(changes).toEqual([]);
});
