import { ApiFailure } from '../failures.ts';
import { readText, type Body } from '../request-body.ts';
import { today, type World } from '../world.ts';
import {
  readBillingType,
  readDescription,
  readDueDate,
  readValue,
  requireMinimum,
} from './charge-body.ts';
import { isOpen, type ChargeRecord } from './charge-record.ts';
import { readTerms } from './terms.ts';

/** PUT /payments/{id}: only what is pending or overdue; the customer never changes. */
export function updateCharge(world: World, charge: ChargeRecord, body: Body): void {
  const sent = (field: string) => body[field] !== undefined;
  const billingType = sent('billingType') ? readBillingType(body) : charge.billingType;
  if (!isOpen(charge) && billingType !== charge.billingType)
    throw new ApiFailure(
      'invalid_billingType',
      'Não é possível alterar a forma de pagamento de cobranças recebidas ou confirmadas.',
    );
  if (charge.deleted || !isOpen(charge))
    throw refused(charge, 'alterada', 'Só é possível alterar cobranças pendentes ou vencidas.');
  const value = sent('value') ? readValue(body) : charge.value;
  // The date that an overdue charge already has may be sent again; a new one must not be past.
  const dueDate =
    sent('dueDate') && body['dueDate'] !== charge.dueDate
      ? readDueDate(body, today(world))
      : charge.dueDate;
  const terms = readTerms(body, charge.terms);
  requireMinimum(value, terms);
  const description = sent('description') ? readDescription(body) : charge.description;

  charge.billingType = billingType;
  charge.value = value;
  charge.dueDate = dueDate;
  charge.terms = terms;
  charge.description = description;
  if (sent('externalReference')) charge.externalReference = readText(body['externalReference']);
  if (sent('postalService')) charge.postalService = body['postalService'] === true;
  // `daysAfterDueDateToRegistrationCancellation` is passed over in silence: the bank keeps the
  // registration as it was made.
  if (charge.status === 'OVERDUE' && dueDate >= today(world)) charge.status = 'PENDING';
  charge.revision += 1;
}

/** DELETE /payments/{id}: it stays readable by id and leaves the lists. */
export function deleteCharge(charge: ChargeRecord): void {
  if (charge.deleted) throw refused(charge, 'removida', 'A cobrança já foi removida.');
  if (!isOpen(charge))
    throw refused(charge, 'removida', 'Só é possível remover cobranças pendentes ou vencidas.');
  charge.deleted = true;
}

/** POST /payments/{id}/restore: open again, by its due date. */
export function restoreCharge(world: World, charge: ChargeRecord): void {
  if (!charge.deleted) throw refused(charge, 'restaurada', 'A cobrança não está removida.');
  charge.deleted = false;
  if (isOpen(charge)) charge.status = charge.dueDate < today(world) ? 'OVERDUE' : 'PENDING';
}

function refused(charge: ChargeRecord, what: string, why: string): ApiFailure {
  const number = charge.nossoNumero ?? charge.invoiceNumber;
  return new ApiFailure('invalid_action', `A cobrança [${number}] não pode ser ${what}: ${why}`);
}
