import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { message } from '../harness/catalogues.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { eventually } from '../harness/eventually.ts';
import { confirmSending, send } from '../harness/send.ts';
import { saveAccount } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => message('pt-BR', key);

/** The options page with what it says of the data. */
async function openOptions(session: ChromiumSession) {
  const page = await session.extensionPage('options.html');
  const options = chromiumSurface(page);
  await options.waitFor('Dados');
  return { page, options, data: options.section('Dados') };
}

/** Presses and gives the text of the file that the browser saves, and where it lies. */
async function saved(page: Page, press: () => Promise<void>) {
  const download = page.waitForEvent('download');
  await press();
  const path = await (await download).path();
  return { path, text: await readFile(path, 'utf8') };
}

test.use({ emulatorsOf: 'data' });

test('all but the secrets is exported, erased, and brought back without anything being sent', async ({
  own: { session, panel, invoice },
  world,
}) => {
  test.setTimeout(180_000);
  const { asaasKey, ixcToken } = world.credentials;
  const drawer = await send(panel, 'pt-BR', invoice.id);
  const [charge] = world.chargesOf(invoice.id);
  if (charge === undefined) throw new Error('no charge');
  world.asaas.control.pay(charge.id);
  await drawer.press('Atualizar');
  await panel.waitForStatus(invoice.id, 'paid');
  await panel.closeDrawer();
  const waiting = world.newInvoice();

  const before = await openOptions(session);
  await test.step('a paused sending is in the queue', async () => {
    await before.page.getByRole('switch', { name: 'Pausar tudo' }).check();
    await before.options.waitFor(says('options_sync.paused'));
    await panel.openReceivables();
    const paused = await confirmSending(panel, 'pt-BR', waiting.id);
    await panel.waitForStatus(waiting.id, 'queued');
    await paused.waitFor('Na fila');
    expect(world.chargesOf(waiting.id)).toEqual([]);
  });

  const file =
    await test.step('the export holds the charge, and neither key nor token', async () => {
      const exported = await saved(before.page, () => before.data.press('Exportar dados'));
      expect(exported.text).toContain(charge.id);
      expect(exported.text).toContain(`"invoiceId":"${waiting.id}"`);
      for (const secret of [asaasKey, ixcToken, ...ixcToken.split(':').slice(1)]) {
        expect(exported.text).not.toContain(secret);
      }
      const customer = world.ixc.control.customer(invoice.customerId);
      expect(exported.text).not.toContain(String(customer['razao']));
      return exported.path;
    });

  await test.step('the audit is whole', async () => {
    await before.data.press('Conferir auditoria');
    await before.data.waitFor(/Este navegador.*íntegra/);
  });

  await test.step('a customer of whom something is under way is not erased', async () => {
    await before.data.fill('ID do cliente no IXC', waiting.customerId);
    await before.data.press('Ver o que seria apagado');
    await before.data.waitFor(says('options_data.subject_busy'));
  });

  const blank = await test.step('once erased, it starts blank', async () => {
    const closed = before.page.waitForEvent('close');
    await before.data.fill('Digite APAGAR para confirmar', 'APAGAR');
    await before.data.press('Apagar tudo deste navegador');
    await closed;
    const opened = await eventually('the extension starts again', () => openOptions(session));
    await opened.options.waitFor('0 de 4 passos prontos');
    expect(await opened.page.getByRole('switch', { name: 'Pausar tudo' }).isChecked()).toBe(false);
    expect(await opened.options.text()).not.toContain(invoice.id);
    return opened;
  });

  await test.step('brought back, the charge and the setup are there, without keys', async () => {
    await blank.page.getByLabel('Arquivo exportado pela Ponte').setInputFiles(file);
    await blank.data.press('Importar arquivo');
    await blank.data.waitFor(says('options_data.imported'));
    await blank.data.waitFor(/Cobranças 1 Títulos \d+ Operações, só histórico 2/);
    await blank.options.section('Painel').waitFor('permissão ativa');
    await blank.options.section('Conta Asaas').waitFor('sem chave neste navegador');
    await blank.options.waitFor('3 de 4 passos prontos');
    await blank.data.press('Conferir auditoria');
    await blank.data.waitFor(/Instalação [0-9a-f]{8}.*íntegra/);
  });

  await test.step('nothing is sent, not even once the key is back', async () => {
    const after = world.asaas.control.requests().at(-1)?.sequence ?? 0;
    await saveAccount(blank.options, 'pt-BR', { asaasKey });
    // Longer than the worker takes to begin a job that is due.
    await blank.page.waitForTimeout(3_000);
    const requests = world.asaas.control.requests({ after });
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(world.chargesOf(waiting.id)).toEqual([]);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  });

  await test.step('one customer is erased, and the audit stays whole', async () => {
    await blank.data.fill('ID do cliente no IXC', invoice.customerId);
    await blank.data.press('Ver o que seria apagado');
    await blank.data.waitFor('1 cobrança encerrada');
    await blank.data.press('Apagar dados do cliente');
    await blank.data.waitFor(says('options_data.erased'));
    const left = await saved(blank.page, () => blank.data.press('Baixar dados do cliente'));
    expect((JSON.parse(left.text) as { charges: unknown[] }).charges).toEqual([]);
    await blank.data.press('Conferir auditoria');
    await blank.data.waitFor(/íntegra/);
    expect(await blank.data.text()).not.toContain('quebrada');
  });
});
