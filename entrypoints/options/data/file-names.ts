import type { Subject } from '../../../lib/engine/data/subject.ts';

/** `2026-11-22` of this computer's calendar. */
function dayOf(now: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return [now.getFullYear(), part(now.getMonth() + 1), part(now.getDate())].join('-');
}

/** One JSON value a line, which `.json` would not be. */
export function exportName(now: Date): string {
  return `ponte-${dayOf(now)}.jsonl`;
}

/** By id: a name would tell of whom the file is to whoever sees the folder. */
export function subjectName({ customerId }: Pick<Subject, 'customerId'>, now: Date): string {
  return `ponte-cliente-${customerId}-${dayOf(now)}.json`;
}
