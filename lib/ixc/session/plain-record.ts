import { civilDate } from '../../billing/calendar.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { SessionTable } from '../../messages/panel.ts';
import { COLUMNS } from './columns.ts';
import { plainDate, plainFlag, plainMoney } from './shown-values.ts';

type Shown = Readonly<Record<string, string>>;

/**
 * A record as the webservice would have written it, or the name of the column that speaks against it:
 * missing, of another record, or with a value that could mean two things. Never a value. One without an `id`
 * is taken for the record that was asked for: whoever asked must know that the panel heeds the id.
 */
export function plainRecord(
  table: SessionTable,
  id: string,
  shown: Shown,
): Result<Shown, { readonly column: string }> {
  const { required, money, dates, flags } = COLUMNS[table];
  const missing = required.find((column) => !Object.hasOwn(shown, column));
  if (missing !== undefined) return fail({ column: missing });
  if ((shown['id']?.trim() ?? id) !== id) return fail({ column: 'id' });

  const plain = new Map(Object.entries({ ...shown, id }));
  const readers = [
    [money, plainMoney],
    [dates, realDate],
    [flags, plainFlag],
  ] as const;
  for (const [columns, read] of readers) {
    for (const column of columns) {
      const value = plain.get(column);
      if (value === undefined) continue;
      const understood = read(value.trim());
      if (understood === null) return fail({ column });
      plain.set(column, understood);
    }
  }
  return ok(Object.fromEntries(plain));
}

/** A day that no calendar has is not "no date": it is a value that was not understood. */
function realDate(shown: string): string | null {
  const plain = plainDate(shown);
  if (plain === null || plain === '' || plain.startsWith('0000-00-00')) return plain;
  return civilDate(plain.slice(0, 10)) === null ? null : plain;
}
