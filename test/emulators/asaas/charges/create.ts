import { addMonths } from '../../http/sao-paulo.ts';
import type { Account } from '../account/account.ts';
import { ApiFailure } from '../failures.ts';
import { readText, type Body } from '../request-body.ts';
import { today, type World } from '../world.ts';
import {
  readBillingType,
  readDaysToCancellation,
  readDescription,
  readDueDate,
  readValue,
  requireMinimum,
} from './charge-body.ts';
import type { ChargeRecord } from './charge-record.ts';
import { recordCharge, type NewCharge } from './record-charge.ts';
import { readTerms } from './terms.ts';

/**
 * POST /payments. Checks stop at the first thing that is wrong, in the recorded order: customer,
 * means, value, due date, minimum, CPF. With `installmentCount` ≥ 2 it makes a whole plan, which a
 * client that sends the field by mistake finds out the hard way.
 */
export function createCharge(
  world: World,
  account: Account,
  body: Body,
  keyId: string | null,
): ChargeRecord {
  const payer = account.customers.get(String(body['customer']));
  if (payer === undefined || payer.deleted)
    throw new ApiFailure('invalid_customer', 'Customer inválido ou não informado.');
  const billingType = readBillingType(body);
  const parcels = parcelsOf(body);
  const total = readValue(parcels.body);
  const dueDate = readDueDate(body, today(world));
  const terms = readTerms(body, account.terms);
  requireMinimum(Math.floor(total / parcels.count), terms);
  const description = readDescription(body);
  if (payer.cpfCnpj === null)
    throw new ApiFailure(
      'invalid_customer.cpfCnpj',
      'Para criar esta cobrança é necessário preencher o CPF ou CNPJ do cliente.',
    );
  countCreation(world, account, parcels.count);
  const charge: NewCharge = {
    customer: payer.id,
    billingType,
    value: total,
    dueDate,
    description,
    externalReference: readText(body['externalReference']),
    terms,
    daysAfterDueDateToRegistrationCancellation: readDaysToCancellation(body, billingType),
    postalService: body['postalService'] === true,
    keyId,
  };
  return parcels.count === 1
    ? recordCharge(world, account, charge)
    : recordPlan(world, account, charge, parcels.count);
}

/** `value` is the whole, or one parcel's where `installmentValue` says so. */
function parcelsOf(body: Body): { readonly count: number; readonly body: Body } {
  const count = body['installmentCount'];
  if (typeof count !== 'number' || count < 2) return { count: 1, body };
  const each = body['installmentValue'];
  const value = typeof each === 'number' ? each * count : (body['totalValue'] ?? body['value']);
  return { count, body: { value } };
}

/** Cents that do not divide go to the last parcel. */
function recordPlan(
  world: World,
  account: Account,
  charge: NewCharge,
  count: number,
): ChargeRecord {
  const each = Math.floor(charge.value / count);
  const installment = world.ids.uuid();
  const parcels = Array.from({ length: count }, (_, index) =>
    recordCharge(world, account, {
      ...charge,
      value: index === count - 1 ? charge.value - each * (count - 1) : each,
      dueDate: addMonths(charge.dueDate, index),
      description: charge.description ?? `Parcela ${String(index + 1)} de ${String(count)}.`,
      installment,
      installmentNumber: index + 1,
    }),
  );
  const [first] = parcels;
  if (first === undefined) throw new Error('a plan has parcels');
  return first;
}

function countCreation(world: World, account: Account, count: number): void {
  const day = today(world);
  const used = account.createdOn.get(day) ?? 0;
  if (used + count > account.dailyCreationLimit)
    throw new ApiFailure('invalid_action', 'O limite diário de criação de cobranças foi atingido.');
  account.createdOn.set(day, used + count);
}
