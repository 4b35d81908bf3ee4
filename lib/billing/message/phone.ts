import { fail, ok, type Result } from '../result.ts';

/** A Brazilian number in the form that WhatsApp takes: `55`, area code, number. Digits only. */
export type WhatsAppNumber = string & { readonly __unit: 'whatsapp' };

/** The area codes that exist (Anatel's plano geral de códigos nacionais). */
const AREAS = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 ' +
    '61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99'
  ).split(' '),
);

/**
 * A telephone as somebody typed it into IXC. `none`: nothing is there. `invalid`: no area code, or no number
 * that exists, such as a mobile one without its ninth digit: it is never completed by guessing, since the
 * message would go to somebody else.
 */
export function whatsAppNumber(text: string | null): Result<WhatsAppNumber, 'none' | 'invalid'> {
  const typed = (text ?? '').trim();
  if (typed.replace(/\D/g, '') === '') return fail('none');
  // Letters, or two numbers in one field: which of them is meant is not ours to say.
  if (!/^\+?[\d\s().-]+$/.test(typed)) return fail('invalid');
  let digits = typed.replace(/\D/g, '');
  const abroad = typed.startsWith('+') && !digits.startsWith('55');
  if (abroad) return fail('invalid');
  if (digits.length >= 12 && digits.startsWith('55')) digits = digits.slice(2);
  if (digits.length >= 11 && digits.startsWith('0')) digits = digits.slice(1);
  const [area, number] = [digits.slice(0, 2), digits.slice(2)];
  const exists = /^9\d{8}$/.test(number) || /^[2-5]\d{7}$/.test(number);
  if (!AREAS.has(area) || !exists || /^(\d)\1+$/.test(number)) return fail('invalid');
  return ok(`55${area}${number}` as WhatsAppNumber);
}

/** A customer's telephones, as IXC has them. */
export interface Telephones {
  readonly whatsapp?: string;
  readonly mobilePhone: string | null;
  readonly phone: string | null;
}

/** The number of a customer that is written to: the one for WhatsApp, a mobile one, or any that exists. */
export function numberOf({
  whatsapp,
  mobilePhone,
  phone,
}: Telephones): Result<WhatsAppNumber, 'none' | 'invalid'> {
  const read = [whatsapp ?? null, mobilePhone, phone].map(whatsAppNumber);
  const mobile = read.find((each) => each.ok && each.value.length === 13);
  const good = mobile ?? read.find(({ ok: isGood }) => isGood);
  if (good) return good;
  return fail(read.some((each) => !each.ok && each.error === 'invalid') ? 'invalid' : 'none');
}

/** `(11) 98765-4321`, as IXC stores telephones. */
export function asIxcWritesIt(number: WhatsAppNumber): string {
  const [area, rest] = [number.slice(2, 4), number.slice(4)];
  return `(${area}) ${rest.slice(0, -4)}-${rest.slice(-4)}`;
}
