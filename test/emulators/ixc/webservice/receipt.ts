import { received } from '../data/invoice-events.ts';
import { movement } from '../data/movements.ts';
import { cents, money, value } from '../data/row.ts';
import type { Incoming } from '../traffic/incoming.ts';
import { nextId, tableOf, type World } from '../world.ts';
import { json, refusal } from './answers.ts';
import { openInvoice, REFUSED, text } from './open-invoice.ts';

const MANDATORY = [
  'conta_',
  'id_conta',
  'data',
  'credito',
  'valor_total_recebido',
  'historico',
  'tipo_lanc',
];

/** Cents as the server understands them: the dot parts thousands, and only the comma parts cents. */
function amountIn(body: Incoming['body'], key: string): number {
  return cents(text(body, key).replaceAll('.', '').replace(',', '.'));
}

/** The server decodes what it is sent once too often. */
function mangled(words: string): string {
  const known = words.replaceAll(/[\u0100-\uffff]/g, '?');
  return Buffer.from(known, 'utf8').toString('latin1');
}

/** `dd/mm/aaaa` → `aaaa-mm-dd`; anything else becomes no date, without a word. */
function writtenDate(words: string): string {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(words) ?? [];
  return day === undefined ? '0000-00-00' : `${String(year)}-${String(month)}-${day}`;
}

/** What the amounts lack of each other must be explained, with a reason where it is a discount. */
function refuseAmounts(body: Incoming['body']): Response | null {
  const difference = amountIn(body, 'valor_total_recebido') - amountIn(body, 'credito');
  if (difference === amountIn(body, 'vacrescimo') - amountIn(body, 'vdesconto')) {
    return text(body, 'vdesconto') !== '' && text(body, 'id_motivo_desconto') === ''
      ? refusal('Preencha id_motivo_desconto')
      : null;
  }
  return refusal(`Preencha ${difference < 0 ? 'vdesconto' : 'vacrescimo'}`);
}

/**
 * `fn_areceber_recebimentos_baixas_novo`: money that came in for an invoice. Sent twice it is registered
 * twice, as long as anything is open. Dated in a closed period, the receipt is written down, with success,
 * and the invoice stays as it is.
 */
export function receive(world: World, { body }: Incoming): Response {
  const invoice = openInvoice(world, text(body, 'id_receber'));
  if (invoice === null) return refusal(REFUSED);
  const absent = MANDATORY.find((key) => text(body, key) === '');
  if (absent !== undefined) return refusal(`Preencha ${absent}`);
  const refused = refuseAmounts(body);
  if (refused !== null) return refused;

  const amount = amountIn(body, 'credito');
  const date = writtenDate(text(body, 'data'));
  const receipts = tableOf(world, 'fn_areceber_baixas');
  const id = nextId(receipts);
  receipts.rows.set(id, {
    ...movement(id, invoice, money(amount), date),
    conta_: text(body, 'conta_'),
    id_conta: text(body, 'id_conta'),
    valor_total_recebido: money(amountIn(body, 'valor_total_recebido')),
    historico: mangled(text(body, 'historico')),
    tipo_lanc: text(body, 'tipo_lanc'),
    tipo_recebimento: text(body, 'tipo_recebimento'),
  });
  if (date > world.closedUntil) {
    const way = { forma_recebimento: 'M', tipo_recebimento: value(invoice, 'tipo_recebimento') };
    const paidOn = { pagamento_data: date, credito_data: date };
    Object.assign(invoice, received(invoice, amount, world.clock.now()), way, paidOn);
  }
  return json({ type: 'success', message: 'Registro inserido com sucesso!', id });
}
