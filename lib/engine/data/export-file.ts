import { z } from '../../schema.ts';
import {
  EXPORTED_TABLES,
  ROW_SCHEMAS,
  type ExportedRow,
  type ExportedTable,
} from './row-schemas.ts';

/*
 * An export is text, one JSON value a line, so that it can be written and read a line at a time:
 *
 *   {"ponte":"export","format":2,"at":…,"installationId":"…"}
 *   {"settings":{…}}
 *   {"table":"charges","row":{…}}            any number, tables in the order of EXPORTED_TABLES
 *   {"end":<number of lines before this one>}
 *
 * A line of another form, a row that is not one of ours, or no end: the file is not complete.
 */

/** Grows with every change of what a line may be. */
export const FORMAT = 2;

export const header = z.object({
  ponte: z.literal('export'),
  format: z.number().int(),
  /** ms since the epoch. */
  at: z.number(),
  /** Whose ledger it was. Never taken over. */
  installationId: z.string().min(1),
});

const settingsLine = z.strictObject({ settings: z.unknown() });
const rowLine = z.strictObject({ table: z.enum(EXPORTED_TABLES), row: z.unknown() });
const endLine = z.strictObject({ end: z.number().int() });

export type Line =
  | { readonly kind: 'settings'; readonly settings: unknown }
  | { readonly kind: 'end'; readonly lines: number }
  | RowLine;

/** A row beside the table that it belongs to. */
export type RowLine = {
  readonly [T in ExportedTable]: {
    readonly kind: 'row';
    readonly table: T;
    readonly row: ExportedRow<T>;
  };
}[ExportedTable];

/** What a line after the first says; null when it is none of ours. */
export function readLine(text: string): Line | null {
  const value = parseJson(text);
  const row = rowLine.safeParse(value);
  if (row.success) {
    const { table } = row.data;
    const read = ROW_SCHEMAS[table].safeParse(row.data.row);
    // The table's own schema read the row: that they belong together is known, and not to the types.
    return read.success ? ({ kind: 'row', table, row: read.data } as unknown as RowLine) : null;
  }
  const end = endLine.safeParse(value);
  if (end.success) return { kind: 'end', lines: end.data.end };
  const settings = settingsLine.safeParse(value);
  return settings.success ? { kind: 'settings', settings: settings.data.settings } : null;
}

/** Undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The lines of a text with their numbers, from 1; empty ones are left out. */
export function* linesOf(text: string): Generator<readonly [number: number, line: string]> {
  let [number, from] = [0, 0];
  while (from < text.length) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    number += 1;
    if (to > from) yield [number, text.slice(from, to)];
    from = to + 1;
  }
}
