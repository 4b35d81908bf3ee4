/** One SMS in its alphabet: how many of its units are used, and into how many messages it is cut. */
export interface SmsLength {
  /** GSM-7 (160 in one message, 153 in each of several), or UCS-2 (70 and 67) as soon as one character needs it. */
  readonly alphabet: 'gsm-7' | 'ucs-2';
  readonly units: number;
  readonly segments: number;
}

/** Each is paid for, and who reads ten of them one after the other reads none. */
export const MOST_SMS_SEGMENTS = 6;

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Written as an escape and a character: two units, never apart. */
const ESCAPED = new Set('\f^{}\\[~]|€');

const ROOM = {
  'gsm-7': { alone: 160, each: 153 },
  'ucs-2': { alone: 70, each: 67 },
} as const;

/** Counts as a telephone network does (3GPP TS 23.038 and 23.040). No text is no message. */
export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const isGsm = characters.every((each) => BASIC.has(each) || ESCAPED.has(each));
  const alphabet = isGsm ? 'gsm-7' : 'ucs-2';
  const sizes = characters.map((each) => (isGsm ? (ESCAPED.has(each) ? 2 : 1) : each.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, each } = ROOM[alphabet];
  if (units <= alone) return { alphabet, units, segments: units === 0 ? 0 : 1 };
  let [segments, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > each) [segments, used] = [segments + 1, 0];
    used += size;
  }
  return { alphabet, units, segments };
}

/** The same words without accents and signs, as IXC and the cheaper SMS alphabet take them. ASCII only. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[·•]/g, '-')
    .replace(/[–—−]/g, '-')
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[^\n\x20-\x7e]/gu, '')
    .replace(/[ \t]+$/gm, '');
}
