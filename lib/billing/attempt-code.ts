/** No vowels (no words by chance), and nothing that reads like something else on paper or by phone. */
const ALPHABET = '23456789CDFGHJKMNPQRTVWX';
const LENGTH = 5;
const MAX_DESCRIPTION = 500;
const AT_THE_END = new RegExp(`\\s*#([${ALPHABET}]{${LENGTH}})$`);

/**
 * Five characters that name one attempt to create a charge, from at least five random bytes. More bytes
 * make it more even. Throws a RangeError on fewer.
 */
export function attemptCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new RangeError('an attempt code needs at least 5 random bytes');
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  const base = BigInt(ALPHABET.length);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code += ALPHABET.charAt(Number(number % base));
    number /= base;
  }
  return code;
}

/**
 * The description with the code as its end, in place of one that it already had. At most the 500
 * characters that Asaas takes: the text is cut, never the code.
 */
export function withAttemptCode(description: string, code: string): string {
  const end = ` #${code}`;
  const text = description.replace(AT_THE_END, '').slice(0, MAX_DESCRIPTION - end.length);
  // A cut through a surrogate pair would leave half a character, which is not valid UTF-8 on the wire.
  return (text.replace(/[\ud800-\udbff]$/, '') + end).trimStart();
}

/** The description without any code at its end. */
export function withoutAttemptCode(description: string): string {
  const text = description.replace(AT_THE_END, '');
  return text === description ? text : withoutAttemptCode(text);
}

/** The code at the end of a description, null when there is none. */
export function attemptCodeOf(description: string): string | null {
  return AT_THE_END.exec(description)?.[1] ?? null;
}
