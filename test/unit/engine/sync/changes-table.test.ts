import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../../lib/engine/sync/changes.ts';
import { SWEEPS } from '../../../../lib/engine/sync/sweeps.ts';
import { textOf } from '../../../structure/project-files.ts';

/** What a change is called in docs/sincronia.md. */
const CALLED: Readonly<Record<keyof typeof CHANGES, string>> = {
  'paid by Pix': 'paga por Pix',
  'a boleto or card credited': 'boleto ou cartão creditado',
  'received in cash at Asaas': 'recebida em dinheiro, no Asaas',
  'paid long ago by its date': 'paga com data antiga',
  'paid and not credited yet': 'paga e ainda não creditada',
  'created by another browser': 'criada por outro navegador',
  'committed late': 'criada tarde, depois de a resposta se perder',
  'edited, of today or yesterday': 'editada, sendo de hoje ou de ontem',
  'deleted, of today or yesterday': 'removida, sendo de hoje ou de ontem',
  'edited value or date': 'valor ou vencimento editado',
  overdue: 'vencida',
  deleted: 'removida',
  restored: 'restaurada',
  'opened by the payer': 'aberta pelo pagador',
  'its receipt in cash undone': 'recebimento em dinheiro desfeito',
  'its reference cleared': 'referência apagada',
  'under risk analysis': 'em análise de risco',
  'authorised on a card': 'autorizada no cartão',
  'its refund asked for': 'devolução pedida',
  refunded: 'devolvida',
  'its refund refused': 'devolução recusada',
  'charged back': 'contestada no cartão',
  'its chargeback disputed': 'contestação respondida',
  'its chargeback won': 'contestação ganha',
  'its chargeback over': 'contestação encerrada',
  'sent to a credit bureau': 'negativada',
  'recovered by a credit bureau': 'recuperada por negativação',
  'refunded in part': 'devolvida em parte',
  'charged back long after': 'contestada muito depois',
  'anything older that no other list shows': 'qualquer coisa mais antiga que nenhuma lista traz',
  'received at the counter': 'título recebido no caixa',
  'partly received at the counter': 'título recebido em parte no caixa',
  'cancelled in IXC': 'título cancelado no IXC',
  'renegotiated in IXC': 'título renegociado no IXC',
  'partly received, and nobody knows since when':
    'título recebido em parte, não se sabe desde quando',
  'its receipt at the counter undone': 'recebimento no caixa desfeito',
  'its receipt at the counter undone, and cancelled': 'recebimento desfeito, e título cancelado',
  'its part received at the counter undone': 'recebimento em parte desfeito',
  'its cancellation in IXC undone': 'cancelamento no IXC desfeito',
};

/** The cells of the table whose first head is this. */
function tableOf(head: string): readonly (readonly string[])[] {
  const [, rest = ''] = textOf('docs/sincronia.md').split(new RegExp(`\\n(?=\\| ${head} )`));
  const lines = rest.split('\n').slice(2);
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  dia: 86_400_000,
  dias: 86_400_000,
};

function ms(text = ''): number {
  const [count, unit = ''] = text.split(' ');
  return Number(count) * (UNITS[unit] ?? Number.NaN);
}

describe('the tables of docs/sincronia.md', () => {
  it('name every change and the sweep that notices it, as the code has them', () => {
    const inCode = Object.entries(CHANGES).map(([change, by]) => [
      CALLED[change as keyof typeof CHANGES],
      `\`${by}\``,
    ]);
    expect(tableOf('o que muda')).toEqual(inCode);
  });

  it('say how often each sweep of Asaas runs', () => {
    const told = tableOf('varredura').map(([name, , watched, idle]) => ({
      name: name?.replaceAll('`', ''),
      watched: ms(watched),
      idle: ms(idle),
    }));
    const inCode = SWEEPS.map(({ name, every }) => ({ name, ...every }));
    expect(told.slice(0, -1)).toEqual(inCode);
    expect(told.at(-1)).toMatchObject({ name: 'counter' });
  });
});
