import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { KNOWN } from '../../test/emulators/ixc/index.ts';
import { label } from '../../test/e2e/harness/catalogues.ts';
import { reais, say } from './say.ts';
import { setStage } from './stage.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const IMAGES = join(ROOT, 'artifacts', 'tour');

/** The main job from beginning to end, without a display: prints what happened and saves what was seen. */
export async function tour(): Promise<void> {
  await rm(IMAGES, { recursive: true, force: true });
  await mkdir(IMAGES, { recursive: true });
  let images = 0;
  const picture = async (page: Page, name: string) => {
    images += 1;
    const file = join(IMAGES, `${images}-${name}.png`);
    await page.screenshot({ path: file });
    say(`   imagem: ${relative(ROOT, file)}`);
  };

  const stage = await setStage({
    headless: true,
    onReady: async ({ context }) => {
      say('1. Conta, painel, webservice e envio configurados e testados.');
      const [options] = context.pages();
      if (options) await picture(options, 'opcoes');
    },
  });
  const { world, panel } = stage;
  try {
    const invoice = KNOWN.openInvoice;
    await panel.waitForSendButton(invoice.id);
    const marks = await panel.marks();
    const offers = marks.filter(({ action }) => action === 'send').length;
    say(`2. Contas a receber: ${marks.length} títulos na tela, ${offers} podem ser enviados.`);
    await picture(panel.page, 'contas-a-receber');

    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(label('pt-BR', 'Confirmar envio'));
    say(`3. Gaveta do título ${invoice.id}: a prévia da cobrança. Nada foi enviado ainda.`);
    await picture(panel.page, 'previa');

    await drawer.press(label('pt-BR', 'Confirmar envio'));
    await panel.waitForStatus(invoice.id, 'open');
    await drawer.waitFor('Pix copia e cola');
    const [charge, ...others] = world.chargesOf(invoice.id);
    if (charge === undefined || others.length > 0)
      throw new Error('esperava exatamente uma cobrança');
    say('4. Enviado. O Asaas emulado tem uma cobrança deste título, e só uma:');
    say(`   ${charge.id} · ${reais(charge.value)} · vence ${charge.dueDate} · ${charge.status}`);
    say(`   referência ${charge.externalReference ?? ''}`);
    await picture(panel.page, 'cobranca');

    await drawer.press('Copiar Pix copia e cola');
    const copied = await panel.page.evaluate(() => navigator.clipboard.readText());
    say(`5. Pix copiado: ${copied.slice(0, 40)}… (${copied.length} caracteres)`);

    world.asaas.control.pay(charge.id);
    await drawer.press(label('pt-BR', 'Atualizar'));
    await panel.waitForStatus(invoice.id, 'paid');
    const paid = world.asaas.control.charge(charge.id);
    say(`6. O cliente pagou no Asaas emulado (${paid.status}); o título mostra "paga".`);
    await picture(panel.page, 'paga');

    const writes = world.ixc.control.writes();
    say(`7. Gravações feitas no IXC: ${writes.length}. A extensão só lê.`);
    if (writes.length > 0) throw new Error('a extensão gravou no IXC');
    say('');
    say('Tudo certo. Para ver com uma tela: rode "npm start" em um ambiente gráfico.');
  } finally {
    await stage.close();
  }
}
