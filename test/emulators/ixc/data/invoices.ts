import { createRandom, type Random } from '../../http/random.ts';
import { CARTEIRA } from './carteiras.ts';
import { addDays } from '../../http/sao-paulo.ts';
import { priceOf } from './contracts.ts';
import { filialOf } from './customers.ts';
import { cancelled, received, renegotiated } from './invoice-events.ts';
import { invoiceRecord } from './invoice-record.ts';
import type { Row } from './row.ts';

/** The id of the oldest invoice. */
export const FIRST_ID = 10_001;

interface Slot {
  readonly customerId: string;
  readonly dueInDays: number;
}

/** Ten months around today for every customer, oldest first; one customer in fifteen is due today. */
function slots(customerIds: readonly string[], count: number): readonly Slot[] {
  const all: Slot[] = [];
  for (let month = 2; month > -8; month -= 1) {
    for (const customerId of customerIds) {
      const day = ((Number(customerId) * 7) % 15) * 2 - 14;
      const shift = Number(customerId) % 15 === 0 ? 0 : day;
      all.push({ customerId, dueInDays: month * 30 + shift });
    }
  }
  return all.slice(0, count).sort((a, b) => a.dueInDays - b.dueInDays);
}

function carteiraOf(customerId: string): string {
  const number = Number(customerId);
  if (number % 23 === 0) return CARTEIRA.otherGateway;
  if (number % 29 === 0) return CARTEIRA.gatewayPix;
  if (number % 9 === 0) return CARTEIRA.counter;
  return filialOf(customerId) === '2' ? CARTEIRA.asaasFilial2 : CARTEIRA.asaas;
}

/** What became of an invoice: the older it is, the surer it was paid. */
function fate(invoice: Row, slot: Slot, today: string, random: Random): Row {
  const paidAt = addDays(today, Math.min(slot.dueInDays + Math.floor(random() * 6) - 3, -1));
  const at = Date.parse(`${paidAt}T14:30:00-03:00`);
  const price = priceOf(slot.customerId);
  const chance = random();
  // Most money comes by bank file, not over the counter.
  const paid = (cents: number): Row => ({
    ...received(invoice, cents, at),
    ...(random() < 0.75 ? { tipo_recebimento: 'Boleto', forma_recebimento: 'R' } : {}),
  });
  if (slot.dueInDays > 0) return chance < 0.03 ? paid(price) : {};
  if (slot.dueInDays > -30) {
    if (chance < 0.45) return paid(price);
    if (chance < 0.52) return paid(Math.floor(price / 2));
    return chance < 0.55 ? cancelled(invoice, at) : {};
  }
  if (chance < 0.86) return paid(price);
  if (chance < 0.9) return cancelled(invoice, at);
  if (chance < 0.93) return renegotiated(invoice, String(500 + Number(slot.customerId)), at);
  return {};
}

/** `count` ordinary `fn_areceber` records around the given civil date; the same seed, the same records. */
export function ordinaryInvoices(
  customerIds: readonly string[],
  today: string,
  seed: number,
  count: number,
): readonly Row[] {
  const random = createRandom(seed);
  return slots(customerIds, count).map((slot, index) => {
    const { customerId, dueInDays } = slot;
    const invoice = invoiceRecord({
      id: String(FIRST_ID + index),
      customerId,
      contractId: String(2000 + Number(customerId)),
      filialId: filialOf(customerId),
      carteiraId: carteiraOf(customerId),
      cents: priceOf(customerId),
      issuedOn: addDays(today, Math.min(dueInDays - 20, -1)),
      dueDate: addDays(today, dueInDays),
    });
    // One in eleven was not born from a recurring contract.
    const oneOff: Row =
      index % 11 === 0 ? { id_contrato: '', id_contrato_avulso: String(8000 + index) } : {};
    return { ...invoice, ...oneOff, ...fate(invoice, slot, today, random) };
  });
}
