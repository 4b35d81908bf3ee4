import { ROW_KEYS } from './selectors.ts';
import { invoiceId } from './cell-text.ts';

const ROW_ID = /^row(\d+)$/;
const ROW_PREFIX_LENGTH = 'row'.length;

/**
 * The record id that the row itself carries (`tr#row123`, `data-valorcampoautoincrement`, `data-id`).
 * `null`: none. `false`: the row names another field than `id`, holds rubbish, or contradicts itself,
 * so that nothing about it may be trusted.
 */
export function rowKey(row: Element): string | null | false {
  const key =
    ROW_KEYS.values.map((name) => row.getAttribute(name)).find(Boolean) ??
    ROW_ID.exec(row.id)?.[1] ??
    null;
  if (key === null) return isOfAnotherField(row) ? false : null;
  return invoiceId(key) !== null && agreesWith(row, key) && key;
}

/** Whether nothing that the row says about its record speaks against this id. */
export function agreesWith(row: Element, id: string): boolean {
  for (const name of ROW_KEYS.values) {
    const value = row.getAttribute(name);
    if (value !== id && value !== null && value !== '') return false;
  }
  const elementId = row.id;
  // The usual case without an allocation: this runs for every row of every redraw.
  const isSame = elementId.length === ROW_PREFIX_LENGTH + id.length && elementId.endsWith(id);
  if (!isSame && ROW_ID.test(elementId)) return false;
  return !isOfAnotherField(row);
}

function isOfAnotherField(row: Element): boolean {
  const field = row.getAttribute(ROW_KEYS.field);
  return field !== 'id' && field !== null && field !== '';
}
