import type { Subject } from '../../../lib/engine/data/subject.ts';

/** A customer of a panel's IXC by the id that was typed; null for what is no id. */
export function subjectOf(origin: string, typed: string): Subject | null {
  const customerId = typed.trim();
  return /^[1-9]\d{0,14}$/.test(customerId) ? { origin, customerId } : null;
}
