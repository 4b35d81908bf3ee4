import { value, type Row } from '../data/row.ts';
import type { Incoming } from '../traffic/incoming.ts';
import { tableOf, type World } from '../world.ts';

/** What IXC says to a change of an invoice that is received or cancelled, or that it does not know. */
export const REFUSED = 'Parcela já está recebida ou cancelada!<br />';

export function text(body: Incoming['body'], key: string): string {
  const content = body?.[key];
  return typeof content === 'string' ? content : '';
}

/** The invoice, if it can still be received or cancelled. */
export function openInvoice(world: World, id: string): Row | null {
  const invoice = tableOf(world, 'fn_areceber').rows.get(id);
  return invoice !== undefined && ['A', 'P'].includes(value(invoice, 'status')) ? invoice : null;
}
