/**
 * A panel shows values to people (`99,90`, `22/11/2026`) or as the database keeps them (`99.90`,
 * `2026-11-22`), depending on its version. Both are read, each in one way; what could mean two things is
 * refused, since a wrong amount is charged and a wrong date is due.
 */
const DATABASE_MONEY = /^-?\d+(\.\d{2}|\.\d{4,})?$/;
const BRAZILIAN_MONEY = /^-?(\d+|\d{1,3}(\.\d{3})+),\d{2}$/;

/** Reais with a dot before the cents, or '' where there are none; null for `1.234`, `1,234`, `R$ 5`. */
export function plainMoney(shown: string): string | null {
  if (shown === '' || DATABASE_MONEY.test(shown)) return shown;
  return BRAZILIAN_MONEY.test(shown) ? shown.replaceAll('.', '').replace(',', '.') : null;
}

const DATABASE_DATE = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/;
const BRAZILIAN_DATE = /^(\d{2})\/(\d{2})\/(\d{4})( \d{2}:\d{2}(:\d{2})?)?$/;

/** `YYYY-MM-DD`, its time behind it where there is one, or ''; null for what is written otherwise. */
export function plainDate(shown: string): string | null {
  if (shown === '' || DATABASE_DATE.test(shown)) return shown;
  const [, day, month, year, time = ''] = BRAZILIAN_DATE.exec(shown) ?? [];
  return day === undefined ? null : `${year ?? ''}-${month ?? ''}-${day}${time}`;
}

/** `S`, `N`, `P` (inherited) or ''; null for words, of which none is known to be what the database keeps. */
export function plainFlag(shown: string): string | null {
  return /^[SNP]?$/.test(shown) ? shown : null;
}
