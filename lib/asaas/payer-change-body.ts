import type { PayerChange } from '../billing/payer/payer-field.ts';

/** The body of a change of a payer: only the fields that become others. Asaas keeps the rest. */
export function payerChangeBody({ document, district, ...same }: PayerChange) {
  return {
    ...same,
    ...(document === undefined ? {} : { cpfCnpj: document }),
    ...(district === undefined ? {} : { province: district }),
  };
}
