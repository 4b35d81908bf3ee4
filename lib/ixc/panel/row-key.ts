import { invoiceId } from './cell-text.ts';
import { ROW_KEYS } from './selectors.ts';

const ROW_ID = /^row(\d+)$/;

/**
 * The record id that the row itself carries (`tr#row123`, `data-valorcampoautoincrement`, `data-id`).
 * `null`: none. `false`: the row names another field than `id`, holds rubbish, or contradicts itself,
 * so that nothing about it may be trusted.
 */
export function rowKey(row: Element): string | null | false {
  const field = row.getAttribute(ROW_KEYS.field);
  if (field !== null && field !== '' && field !== 'id') return false;

  let key = ROW_ID.exec(row.id)?.[1] ?? null;
  for (const name of ROW_KEYS.values) {
    const value = row.getAttribute(name);
    if (value === null || value === '') continue;
    if (key !== null && key !== value) return false;
    key = value;
  }
  if (key === null) return null;
  return invoiceId(key) ?? false;
}
