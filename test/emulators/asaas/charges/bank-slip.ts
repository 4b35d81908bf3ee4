import { daysBetween } from '../../http/sao-paulo.ts';
import { ApiFailure } from '../failures.ts';
import { hasBoleto, isOpen, type ChargeRecord } from './charge-record.ts';

/** Number of Asaas's payment institution among banks. */
const BANK = '461';
const REAL = '9';

/** The three numbers of a boleto. */
export interface BankSlip {
  /** Linha digitável, 47 digits. */
  readonly identificationField: string;
  readonly nossoNumero: string;
  /** 44 digits. */
  readonly barCode: string;
}

/** GET /payments/{id}/identificationField: value and due date are inside, so both change it. */
export function bankSlip(charge: ChargeRecord): BankSlip {
  if (!hasBoleto(charge) || charge.deleted || !isOpen(charge))
    throw new ApiFailure(
      'invalid_action',
      'Somente é possível obter a linha digitável de boletos.',
    );
  const nossoNumero = charge.nossoNumero ?? '';
  const free = nossoNumero.padStart(25, '0');
  const amount =
    String(dueFactor(charge.dueDate)).padStart(4, '0') + String(charge.value).padStart(10, '0');
  const check = modulo11(BANK + REAL + amount + free);
  const groups = [BANK + REAL + free.slice(0, 5), free.slice(5, 15), free.slice(15)];
  return {
    identificationField:
      groups.map((group) => group + String(modulo10(group))).join('') + String(check) + amount,
    nossoNumero,
    barCode: BANK + REAL + String(check) + amount + free,
  };
}

/** Days since 1997-10-07; after 9999 on 2025-02-21 the count began again at 1000. */
function dueFactor(dueDate: string): number {
  return ((daysBetween('1997-10-07', dueDate) - 1000) % 9000) + 1000;
}

function modulo10(digits: string): number {
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      sum += product > 9 ? product - 9 : product;
    });
  return (10 - (sum % 10)) % 10;
}

function modulo11(digits: string): number {
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, index) => {
      sum += Number(digit) * ((index % 8) + 2);
    });
  const check = 11 - (sum % 11);
  return check > 9 ? 1 : check;
}
