import { cancelled } from '../data/invoice-events.ts';
import { value } from '../data/row.ts';
import type { Action, Incoming } from '../traffic/incoming.ts';
import { tableOf, type World } from '../world.ts';
import { json, raw, refusal } from './answers.ts';
import { openInvoice, REFUSED, text } from './open-invoice.ts';
import { receive } from './receipt.ts';

function cancel(world: World, { body }: Incoming): Response {
  const id = text(body, 'id');
  const invoice = openInvoice(world, id);
  if (invoice === null) return refusal(REFUSED);
  Object.assign(invoice, cancelled(invoice, world.clock.now()));
  // A success that says `false`: so the real answer reads.
  return json({
    dadosCancelamento: { success: false, idVenda: null },
    message: `Contas à receber ${id} cancelados com sucesso!<br />`,
    type: 'success',
  });
}

function undoCancel(world: World, { body }: Incoming): Response {
  const invoice = tableOf(world, 'fn_areceber').rows.get(text(body, 'get_id'));
  if (invoice === undefined) return refusal('Registro não encontrado!');
  const undone = { status: 'A', valor_aberto: value(invoice, 'valor_cancelado') };
  Object.assign(invoice, undone, { valor_cancelado: '0.00', data_cancelamento: '' });
  return json({ type: 'success', message: 'Registro atualizado com sucesso!' });
}

/** Carries out a named action. */
export function act(world: World, action: Action, incoming: Incoming): Response {
  switch (action) {
    case 'get_boleto':
      // Base64 of a document, or nothing at all for an unknown id.
      return raw(
        tableOf(world, 'fn_areceber').rows.has(text(incoming.body, 'boletos'))
          ? Buffer.from('%PDF-1.4 boleto de exemplo').toString('base64')
          : '',
      );
    case 'get_pix':
      return json({
        pix: { dadosPix: { pixCopiaECola: '' }, qrCode: { qrcode: '', imagemSrc: '' } },
        gateway: { gatewayNome: '' },
        type: 'success',
      });
    case 'cancelar_financeiro':
      return cancel(world, incoming);
    case 'estornar_cancelamento':
      return undoCancel(world, incoming);
    case 'fn_areceber_recebimentos_baixas_novo':
      return receive(world, incoming);
    case 'botaoAjax_22282':
      return json({ type: 'success', message: 'Mensagem enviada com sucesso!' });
  }
}
