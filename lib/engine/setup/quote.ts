const LONGEST = 300;
/** Asaas keys, and IXC tokens (`id:hash` with 40 hex digits or more, or long base64). */
const SECRETS = [/\$?aact_\S+/g, /\b[0-9a-f]{40,}\b/gi, /[A-Za-z0-9+/]{60,}={0,2}/g];

/** E-mail addresses, CPF and CNPJ, telephones: what is shown is also kept, and nobody's data are to be in it. */
const PERSONAL = [
  /[^\s@<>"'()]+@[^\s@<>"'()]*[\p{L}\d]/gu,
  /\b\d{3}[. ]?\d{3}[. ]?\d{3}[-/ ]\d{2}\b/g,
  /\b[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/[0-9A-Z]{4}-?\d{2}\b/gi,
  // A CNPJ with letters in it, without its points: whatever else is as long has no letter or no number.
  /\b(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{12}\d{2}\b/g,
  /(?<![\d/.,-])(?:\+?55[ -]?)?\(?\d{2}\)?[ -]?(?:9[ .-]?)?\d{4}[ -]?\d{4}(?![\d/.,]*\d)/g,
  /(?<![\d/.,-])(?:9[ .]?)?\d{4}-\d{4}(?![\d/.,-]*\d)/g,
  /\b\d{10,14}\b/g,
];

/**
 * Another system's words, fit to be shown and kept: on one line, cut, and without anything that looks like a
 * key or like somebody's data, since some servers repeat what they were sent.
 */
export function quote(text: string): string {
  const clean = [...SECRETS, ...PERSONAL].reduce(
    (rest, secret) => rest.replace(secret, '•••'),
    text,
  );
  const line = clean.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
