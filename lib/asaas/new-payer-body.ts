import type { NewPayer } from './client.types.ts';

/** Ten or eleven digits without the country's 55; none for what Asaas would refuse the whole payer for. */
function phoneOf(text: string | null): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '');
  // All digits the same: Asaas answers 400 `invalid_mobilePhone`.
  return /^\d{10,11}$/.test(digits) && !/^(\d)\1+$/.test(digits) ? digits : undefined;
}

/** The first address of a field in which IXC's operators put several. */
function emailOf(text: string | null): string | undefined {
  return (text ?? '')
    .split(/[;,\s]+/)
    .find((address) => /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(address));
}

function postalCodeOf(text: string | null): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '');
  return digits.length === 8 ? digits : undefined;
}

function textOf(text: string | null, length = 255): string | undefined {
  const trimmed = (text ?? '').trim().slice(0, length);
  return trimmed === '' ? undefined : trimmed;
}

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
