import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KNOWN } from '../../test/emulators/ixc/index.ts';
import { asaasSays } from './asaas-says.ts';
import { say } from './say.ts';
import { setStage } from './stage.ts';

const PICTURES = join('artifacts', 'tour');

/** Goes the whole way by itself: setup, send, copy, pay, paid. Throws at the first step that fails. */
export async function tour(): Promise<void> {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  let count = 0;
  const step = (title: string) => {
    count += 1;
    say(`\n${String(count)}. ${title}`);
  };
  const invoice = KNOWN.openInvoice;
  const stage = await setStage({
    headless: true,
    say: (what) => {
      say(`   ${what}`);
    },
    async afterSetup({ context }) {
      step('Configuração feita: conta Asaas (sandbox), painel, webservice e envio.');
      await picture(context.pages().at(-1), 'opcoes');
    },
  });
  const { panel, world } = stage;
  const { page } = panel;
  async function picture(of: typeof page | undefined, name: string): Promise<void> {
    const path = join(PICTURES, `${String(count).padStart(2, '0')}-${name}.png`);
    await of?.screenshot({ path });
    say(`   imagem: ${path}`);
  }
  try {
    step('Contas a receber: cada título com a sua marca.');
    await panel.waitForSendButton(invoice.id);
    const marks = await panel.marks();
    const sendable = marks.filter(({ action }) => action === 'send').length;
    say(`   ${String(marks.length)} títulos na tela, ${String(sendable)} podem ser enviados.`);
    await picture(page, 'contas-a-receber');

    step(`A gaveta do título ${invoice.id}: a prévia. Nada foi enviado.`);
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor('Confirmar envio');
    say(indented(asaasSays(world, invoice.id)));
    await page.waitForTimeout(900);
    await picture(page, 'previa');

    step('Confirmar envio.');
    await drawer.press('Confirmar envio');
    await panel.waitForStatus(invoice.id, 'open', 30_000);
    say(indented(asaasSays(world, invoice.id)));
    if (world.chargesOf(invoice.id).length !== 1) throw new Error('devia haver uma cobrança');
    await drawer.waitFor('Pix copia e cola');
    await drawer.waitFor('Linha digitável');
    await picture(page, 'cobranca');

    step('Copiar o Pix copia e cola.');
    await drawer.press('Copiar Pix copia e cola');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    say(`   área de transferência: ${copied.slice(0, 60)}…`);
    if (!copied.startsWith('000201')) throw new Error('o Pix não foi copiado');

    step('O cliente paga o Pix.');
    for (const { id } of world.chargesOf(invoice.id)) world.asaas.control.pay(id);
    say(indented(asaasSays(world, invoice.id)));

    step('Atualizar: a marca vira "Paga".');
    await drawer.press('Atualizar');
    await panel.waitForStatus(invoice.id, 'paid', 30_000);
    await picture(page, 'paga');
    step('O IXC só foi lido.');
    const writes = world.ixc.control.writes();
    say(`   gravações feitas no IXC: ${String(writes.length)}`);
    if (writes.length > 0) throw new Error('a extensão gravou no IXC');
    say('\nPronto. Um título, uma cobrança, paga.');
  } finally {
    await stage.close();
  }
}

function indented(text: string): string {
  return text.replace(/^/gm, '   ');
}
