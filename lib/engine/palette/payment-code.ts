import { isExpired } from '../../billing/pix-expiry.ts';
import type { Copied, CopyOutcome } from '../../messages/palette.ts';
import type { Codes } from '../drawer/payment-codes.ts';
import type { EnginePorts } from '../ports.ts';
import { currentCharge } from './current-codes.ts';
import type { InvoiceOfPanel } from './payable.ts';

/** A code that pays a charge by itself. */
export type PaymentCode = Exclude<Copied, 'message'>;

/** One payment code of an invoice's charge, or why there is none to hand out. */
export async function paymentCode(
  ports: EnginePorts,
  about: InvoiceOfPanel,
  what: PaymentCode,
): Promise<CopyOutcome> {
  const current = await currentCharge(ports, about, what === 'link' ? 'charge' : 'codes');
  if (!current.ok) return current.error;
  const { charge, codes } = current.value;
  if (what === 'link') return textOr(charge.invoiceUrl, codes);
  if (what === 'linha') {
    return codes?.lapsed === true
      ? { refused: 'lapsed' }
      : textOr(codes?.row?.linhaDigitavel ?? null, codes);
  }
  const pix = codes?.row?.pix ?? null;
  return textOr(pix && !isExpired(pix, ports.clock.now()) ? pix.payload : null, codes);
}

/** The code; without one, what kept it from being read, or that this charge has none. */
function textOr(text: string | null, codes: Codes | null): CopyOutcome {
  if (text !== null) return { text, left: 0 };
  return codes?.failure ? { failure: codes.failure } : { refused: 'no-code' };
}
