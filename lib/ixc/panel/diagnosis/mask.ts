const TOKEN = /^[\w.#:-]{1,60}$/;

/** A name that code gave to something, its digits masked; `?` for what looks like anything else. */
export function mask(name: string): string {
  const masked = name.replace(/\d/g, '#');
  return TOKEN.test(masked) ? masked : '?';
}
