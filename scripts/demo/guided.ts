import { createInterface } from 'node:readline';
import { asaasSays } from './asaas-says.ts';
import { say } from './say.ts';
import type { World } from '../../test/e2e/harness/world.ts';
import { setStage, type Stage } from './stage.ts';

const TRY = `
O painel está aberto em Contas a receber. Experimente:

  - clique em "Enviar" em um título e veja a prévia na gaveta; depois, "Confirmar envio";
  - copie o link, a linha digitável ou o Pix;
  - pague aqui no terminal (p <título>) e veja a marca mudar;
  - abra um cliente pelo menu Clientes, aba Financeiro: as mesmas marcas;
  - tente um título recebido ou cancelado: não há botão;
  - tente enviar duas vezes, em duas abas, fechando o navegador no meio: uma cobrança só.
`;

const MENU = `Comandos:
  a <título>   o que o Asaas tem deste título
  c            todas as cobranças do Asaas emulado
  p <título>   o cliente paga (Pix)
  v <título>   a cobrança vence
  b <título>   recebido no balcão, no IXC
  f            a próxima cobrança perde a resposta (a conexão cai depois de criada)
  ?            estes comandos
  q            sair`;

/** A browser to play with, and a menu in the terminal. Resolves when either is closed. */
export async function guided(): Promise<void> {
  const stage = await setStage({ headless: false, say });
  try {
    const [blank] = stage.session.context.pages();
    if (blank?.url() === 'about:blank') await blank.close();
    await stage.panel.page.bringToFront();
    say(TRY);
    say(MENU);
    await untilClosed(stage);
  } finally {
    await stage.close();
  }
}

function untilClosed(stage: Stage): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
    const end = () => {
      lines.close();
      resolve();
    };
    stage.session.context.once('close', end);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    lines.on('line', (line) => {
      const [command = '', id = ''] = line.trim().split(/\s+/);
      if (command === 'q') return end();
      say(answer(stage, command, id));
      lines.prompt();
    });
    // Without a terminal to type on the window alone decides.
    lines.on('close', () => {
      if (process.stdin.isTTY) end();
    });
    lines.prompt();
  });
}

function answer({ world }: Stage, command: string, id: string): string {
  const { control } = world.asaas;
  const open = () => world.chargesOf(id).filter(({ deleted }) => !deleted);
  try {
    switch (command) {
      case '':
        return '';
      case 'a':
        return asaasSays(world, id);
      case 'c':
        return allCharges(world);
      case 'p':
        if (open().length === 0) return `O título ${id} não tem cobrança. Envie-o primeiro.`;
        for (const charge of open()) control.pay(charge.id);
        return asaasSays(world, id);
      case 'v':
        for (const charge of open()) control.overdue(charge.id);
        return asaasSays(world, id);
      case 'b':
        world.ixc.control.receive(id);
        return `IXC: o título ${id} foi recebido no balcão.`;
      case 'f':
        control.addFault({
          method: 'POST',
          path: '/v3/payments',
          fault: { kind: 'drop-after-commit' },
        });
        return 'A resposta da próxima cobrança vai se perder.';
      default:
        return MENU;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function allCharges(world: World): string {
  const charges = world.asaas.control.snapshot().accounts.flatMap(({ charges }) => charges);
  if (charges.length === 0) return 'Asaas: nenhuma cobrança.';
  return charges
    .map(({ id, status, externalReference }) => `  ${id} ${status} ${externalReference ?? '-'}`)
    .join('\n');
}
