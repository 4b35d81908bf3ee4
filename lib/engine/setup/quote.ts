const LONGEST = 300;
/** Asaas keys, and IXC tokens (`id:hash` with 40 hex digits or more, or long base64). */
const SECRETS = [/\$?aact_\S+/g, /\b[0-9a-f]{40,}\b/gi, /[A-Za-z0-9+/]{60,}={0,2}/g];

/**
 * Another system's words, fit to be shown: on one line, cut, and without anything that looks like a
 * key, since some servers repeat what they were sent.
 */
export function quote(text: string): string {
  const clean = SECRETS.reduce((rest, secret) => rest.replace(secret, '•••'), text);
  const line = clean.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
