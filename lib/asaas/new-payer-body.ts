import { emailOf, phoneOf, postalCodeOf, textOf } from '../billing/payer/contact-values.ts';
import type { NewPayer } from './client.types.ts';

/**
 * The body of a new payer. Optional fields that Asaas would refuse are left out (undefined disappears in
 * JSON): a mistyped phone must not stand in the way of a charge.
 */
export function newPayerBody(payer: NewPayer) {
  return {
    name: payer.name.trim(),
    cpfCnpj: payer.document,
    externalReference: payer.reference,
    notificationDisabled: payer.notificationDisabled,
    email: emailOf(payer.email),
    phone: phoneOf(payer.phone),
    mobilePhone: phoneOf(payer.mobilePhone),
    postalCode: postalCodeOf(payer.postalCode),
    address: textOf(payer.address),
    addressNumber: textOf(payer.addressNumber),
    complement: textOf(payer.complement),
    province: textOf(payer.district),
  };
}
