import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BUSY_CUSTOMER, CUSTOMER, HERE, keepingRows } from './options-ledger.ts';
import { useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';

const { open, openOver, page, section, sent } = useOptions();
const data = () => section('Dados');
const refused = (code: string, params = {}) => ({ ok: false, error: { code, params } }) as never;
const press = (name: string) => data().getByRole('button', { name, exact: true }).click();

test('an export is saved as a file, word for word as the worker gave it', async () => {
  const text = '{"ponte":"export"}\n{"end":1}\n';
  await open(complete, {
    replies: { 'data/export': { ok: true, value: gzipSync(text).toString('base64') } },
  });
  const saved = page().waitForEvent('download');
  await press('Exportar dados');
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^ponte-\d{4}-\d\d-\d\d\.jsonl$/);
  const parts = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(parts as Buffer[]).toString()).toBe(text);
  await data().getByText('sem chave nem token').waitFor();
});

test('an import says what it brought and that keys are to be given again', async () => {
  await open(complete);
  await data()
    .getByLabel('Arquivo exportado pela Ponte')
    .setInputFiles({ name: 'ponte.jsonl', mimeType: '', buffer: Buffer.from('{"ponte":1}\n') });
  await press('Importar arquivo');
  await data().getByText('Importado. Nada foi enviado.').waitFor();
  expect(await data().getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringMatching(/Cobranças\s+3\s+Títulos\s+2[\s\S]*Linhas de auditoria\s+9/),
  );
  await data().getByText('Informe de novo').waitFor();
  const [asked] = await sent('data/import');
  const packed = Buffer.from(String(asked?.['packed']), 'base64');
  expect(gunzipSync(packed).toString()).toBe('{"ponte":1}\n');
});

test.each([
  ['import-unreadable', 'não é uma exportação completa da Ponte (linha 4)'],
  ['import-newer', 'versão mais nova da extensão'],
  ['storage-full', 'O disco do navegador está cheio'],
])('an import that fails by %s says so', async (code, words) => {
  await open(complete, { replies: { 'data/import': refused(code, { line: '4' }) } });
  await data()
    .getByLabel('Arquivo exportado pela Ponte')
    .setInputFiles({ name: 'a.txt', mimeType: '', buffer: Buffer.from('nada') });
  await press('Importar arquivo');
  await data().getByRole('alert').getByText(words).waitFor();
});

test('one customer is handed out as a file that is named by the id alone', async () => {
  await open(complete, { replies: { 'data/subject': { ok: true, value: '{"charges":[]}' } } });
  await data().getByLabel('ID do cliente no IXC').fill(' 77 ');
  const saved = page().waitForEvent('download');
  await press('Baixar dados do cliente');
  expect((await saved).suggestedFilename()).toMatch(/^ponte-cliente-77-.*\.json$/);
  const [panel] = complete.panels;
  expect(await sent('data/subject')).toEqual([
    { verb: 'data/subject', origin: panel?.origin, customerId: '77', what: 'export' },
  ]);
});

test('before a customer is erased, what goes and what has to stay is counted', async () => {
  await openOver(keepingRows, complete);
  await data().getByLabel('ID do cliente no IXC').fill(CUSTOMER);
  await press('Ver o que seria apagado');
  const goes = data().getByRole('list', { name: 'Será apagado' });
  await goes.getByText('1 título', { exact: true }).waitFor();
  await goes.getByText('1 cobrança encerrada').waitFor();
  await goes.getByText('1 operação encerrada').waitFor();
  const stays = data().getByRole('list', { name: 'Fica' });
  await stays.getByText('1 cobrança que ainda pode ser paga').waitFor();
  expect(await sent('data/subject')).toEqual([]);
  await press('Apagar dados do cliente');
  await data().getByText('Apagado. O que ainda pode ser pago ficou.').waitFor();
  expect(await sent('data/subject')).toMatchObject([{ customerId: CUSTOMER, what: 'erase' }]);
});

test('a customer of whom something is under way cannot be erased, and the page says which', async () => {
  await openOver(keepingRows, complete);
  await data().getByLabel('ID do cliente no IXC').fill(BUSY_CUSTOMER);
  await press('Ver o que seria apagado');
  await data().getByText('O título 4803 deste cliente tem um envio em andamento').waitFor();
  expect(await data().getByRole('button', { name: 'Apagar dados do cliente' }).count()).toBe(0);
});

test('an erasing that was refused is said, and looking again starts anew', async () => {
  const replies = { 'data/subject': refused('subject-busy', { invoice: '4801' }) };
  await openOver(keepingRows, complete, { replies });
  await data().getByLabel('ID do cliente no IXC').fill(CUSTOMER);
  await press('Ver o que seria apagado');
  await press('Apagar dados do cliente');
  await data().getByRole('alert').getByText('título 4801').waitFor();
  await press('Ver o que seria apagado');
  await data().getByRole('button', { name: 'Apagar dados do cliente' }).waitFor();
  expect(await data().getByRole('alert').count()).toBe(0);
});

test('a customer nobody knows leaves nothing to erase, and what is no id is not looked for', async () => {
  await openOver(keepingRows, complete);
  await data().getByLabel('ID do cliente no IXC').fill('999');
  await press('Ver o que seria apagado');
  await data().getByText('não guarda nada sobre este cliente').waitFor();
  await data().getByLabel('ID do cliente no IXC').fill('Maria');
  await press('Ver o que seria apagado');
  await data().getByText('Informe o ID do cliente, só números.').waitFor();
});

test('an audit chain is whole, or broken at a line', async () => {
  await openOver(keepingRows, complete, {
    replies: {
      'audit/verify': {
        ok: true,
        value: {
          installations: [
            { id: HERE, lines: 41, brokenAt: null },
            { id: 'bbbb2222-0000', lines: 3, brokenAt: 2 },
          ],
        },
      },
    },
  });
  await press('Conferir auditoria');
  const chains = data().getByRole('list', { name: 'Auditoria' }).getByRole('listitem');
  await chains.filter({ hasText: 'Este navegador' }).getByText('íntegra').waitFor();
  await chains.filter({ hasText: 'bbbb2222' }).getByText('quebrada na linha 2').waitFor();
});

test('how much room there is, that it is little, and how long things are kept', async () => {
  await openOver(keepingRows, complete);
  await data()
    .getByText(/A Ponte usa .+ O navegador ainda permite/)
    .waitFor();
  await data().getByText('O disco está quase cheio').waitFor();
  await data().getByText('90 dias').waitFor();
});

test('everything is erased only once the word is typed', async () => {
  await open(complete);
  const button = data().getByRole('button', { name: 'Apagar tudo deste navegador' });
  await data().getByLabel('Digite APAGAR para confirmar').fill('apagar');
  expect(await button.isDisabled()).toBe(true);
  await data().getByLabel('Digite APAGAR para confirmar').fill('APAGAR');
  await button.click();
  await data().getByText('A extensão reinicia em instantes').waitFor();
  expect(await sent('data/wipe')).toEqual([{ verb: 'data/wipe', confirm: 'APAGAR' }]);
});

test('nothing is erased while the outcome of a request is not known', async () => {
  const replies = { 'data/wipe': refused('wipe-busy', { invoice: '4803' }) };
  await open(complete, { replies });
  await data().getByLabel('Digite APAGAR para confirmar').fill('APAGAR');
  await press('Apagar tudo deste navegador');
  await data().getByRole('alert').getByText('título 4803').waitFor();
});
