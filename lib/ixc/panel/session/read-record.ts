import type { PanelRecord, SessionTable } from '../../../messages/panel.ts';
import { RECORD_COLUMNS } from './record-columns.ts';

/** ms. */
const TIMEOUT = 15_000;
const REFUSED: readonly number[] = [401, 403];

/**
 * Reads one record under the operator's own session (`action=recupera`, a GET that changes nothing) and
 * keeps only the columns that charging needs. IXC answers JSON as `text/html`, and a page where the
 * session is over. A record that names another id than the one asked for is no answer; whether
 * the reply names any is not known of every version, so one that names none is left for the worker to judge.
 */
export async function readRecord(
  origin: string,
  table: SessionTable,
  id: string,
): Promise<PanelRecord> {
  const query = new URLSearchParams({ action: 'recupera', id });
  let text: string;
  try {
    const response = await fetch(`${origin}/aplicativo/${table}/action/action.php?${query}`, {
      credentials: 'same-origin',
      mode: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (REFUSED.includes(response.status)) return none('logged-out');
    if (!response.ok) return none(response.status < 500 ? 'unreadable' : 'unreachable');
    text = await response.text();
  } catch {
    return none('unreachable');
  }
  if (/^\s*</.test(text)) return none('logged-out');
  const fields = parse(text, RECORD_COLUMNS[table]);
  if (!fields) return none('unreadable');
  const record = Object.fromEntries(fields);
  if (Object.values(record).every((value) => value === '')) return none('not-found');
  return (record['id'] ?? id) === id ? { record, why: null } : none('unreadable');
}

function none(why: PanelRecord['why']): PanelRecord {
  return { record: null, why };
}

/**
 * The columns of `[{campo, valor}, …]` that are wanted. Null for anything else: also for one that comes twice
 * with two values, and for a value that is not understood, since an empty one says "not registered".
 */
function parse(text: string, wanted: readonly string[]): ReadonlyMap<string, string> | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const fields = new Map<string, string>();
  for (const field of list as unknown[]) {
    if (typeof field !== 'object' || field === null || !('campo' in field)) return null;
    const column = field.campo;
    if (typeof column !== 'string') return null;
    if (!wanted.includes(column)) continue;
    const value = plain('valor' in field ? field.valor : undefined);
    if (value === null || (fields.get(column) ?? value) !== value) return null;
    fields.set(column, value);
  }
  return fields;
}

/** What a form would show: a text, a number, or nothing. Null for a value of any other kind. */
function plain(value: unknown): string | null {
  if (value === null) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}
