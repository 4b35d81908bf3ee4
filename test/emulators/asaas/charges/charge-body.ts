import { isCivilDate } from '../../http/sao-paulo.ts';
import { ApiFailure } from '../failures.ts';
import { formatReais, toCents } from '../reais.ts';
import { readText, type Body } from '../request-body.ts';
import { BILLING_TYPES, hasBoleto, type BillingType } from './charge-record.ts';
import { discountOf, type Terms } from './terms.ts';

export function readBillingType(body: Body): BillingType {
  const found = BILLING_TYPES.find((type) => type === body['billingType']);
  if (found === undefined)
    throw new ApiFailure('invalid_billingType', 'Informe uma forma de pagamento válida.');
  return found;
}

/** Cents. */
export function readValue(body: Body): number {
  const { value } = body;
  if (value === undefined || value === null)
    throw new ApiFailure('invalid_value', 'O campo value deve ser informado');
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ApiFailure('invalid_value', 'O campo value é inválido');
  return toCents(value);
}

/** @param floor the earliest civil date that is accepted. */
export function readDueDate(body: Body, floor: string): string {
  const { dueDate } = body;
  if (dueDate === undefined || dueDate === null)
    throw new ApiFailure('invalid_dueDate', 'O campo dueDate deve ser informado');
  if (typeof dueDate !== 'string' || !isCivilDate(dueDate))
    throw new ApiFailure('invalid_dueDate', 'A data de vencimento é inválida');
  if (dueDate < floor)
    throw new ApiFailure('invalid_dueDate', 'A data de vencimento não pode ser inferior à hoje');
  return dueDate;
}

export function readDescription(body: Body): string | null {
  const text = readText(body['description']);
  if (text !== null && text.length > 500)
    throw new ApiFailure('invalid_description', 'A descrição deve ter no máximo 500 caracteres.');
  return text;
}

/** Only what has a boleto is registered at the bank; for the rest the field means nothing. */
export function readDaysToCancellation(body: Body, billingType: BillingType): number | null {
  const days = body['daysAfterDueDateToRegistrationCancellation'];
  return typeof days === 'number' && hasBoleto({ billingType }) ? days : null;
}

/** R$ 5,00 is the least that can be charged once the discount is taken off. */
export function requireMinimum(value: number, terms: Terms): void {
  const discount = discountOf(terms, value);
  if (value - discount >= 500) return;
  throw new ApiFailure(
    'invalid_object',
    `O valor da cobrança (${formatReais(value)}) menos o valor do desconto (${formatReais(discount)}) não pode ser menor que R$ 5,00.`,
  );
}
