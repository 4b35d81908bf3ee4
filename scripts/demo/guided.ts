import { createInterface } from 'node:readline';
import { say } from './say.ts';
import { setStage, type Stage } from './stage.ts';

/** A browser window to try things in, and a few commands that play the payer and Asaas. */
export async function guided(): Promise<void> {
  const stage = await setStage({ headless: false });
  say('');
  say('Pronto. O navegador está aberto em Contas a receber, com a Ponte configurada.');
  say('  1. Clique em "Enviar via Asaas" em um título, confira a prévia e confirme.');
  say('  2. Copie o Pix ou a linha digitável na gaveta.');
  say('  3. Faça o cliente pagar com um dos comandos abaixo e clique em "Atualizar".');
  help();
  const ended = new Promise<void>((resolve) => {
    stage.session.context.on('close', () => {
      resolve();
    });
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    const input = createInterface({ input: process.stdin });
    input.on('line', (line) => {
      if (line.trim() === 'q') resolve();
      else obey(stage, line);
    });
  });
  await ended;
  await stage.close();
  process.stdin.destroy();
  say('Até logo.');
}

function help(): void {
  say('');
  say('  p <título>   o cliente paga a cobrança do título');
  say('  v <título>   a cobrança do título vence');
  say('  c            lista as cobranças que estão no Asaas emulado');
  say('  q            sai');
}

function obey({ world }: Stage, line: string): void {
  const [command = '', id = ''] = line.trim().split(/\s+/);
  const control = world.asaas.control;
  const charge = world.chargesOf(id).find(({ deleted }) => !deleted);
  switch (command) {
    case 'c':
      for (const account of control.snapshot().accounts)
        for (const each of account.charges)
          say(`  ${each.id} ${each.status} ${each.externalReference ?? 'sem referência'}`);
      return;
    case 'p':
    case 'v':
      if (charge === undefined) {
        say(`  O título ${id} não tem cobrança. Envie-o primeiro.`);
        return;
      }
      say(
        `  ${charge.id}: ${(command === 'p' ? control.pay(charge.id) : control.overdue(charge.id)).status}`,
      );
      return;
    default:
      help();
  }
}
