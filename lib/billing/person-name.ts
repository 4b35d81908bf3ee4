/** A name as two systems can be expected to agree on it: no case, no accents, no spaces. */
export function normaliseName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, '').toLowerCase();
}

/** Whether two names are the same but for case, accents and spaces. */
export function sameName(a: string, b: string): boolean {
  return normaliseName(a) === normaliseName(b);
}
