import type { EnginePorts } from '../ports.ts';
import { IN_COMPANY } from './schedule.ts';

/** The latest moment that each look was put at, by account; 0 while none was. ms since the epoch. */
const byWorker = new WeakMap<EnginePorts['events'], Map<string, readonly number[]>>();

/**
 * When a look that is due at `at` is taken; both ms since the epoch. Alone in its account: then. While
 * others of the account wait for theirs, at one moment with them, no later than `IN_COMPANY` allows: a
 * reading of the list costs a run of sendings the same as one of them. Who waits is in this worker's memory
 * alone; after its death the next look opens another moment.
 */
export function slotFor(
  { events, now }: Pick<EnginePorts, 'events' | 'now'>,
  accountId: string,
  look: number,
  at: number,
): number {
  const slots = byWorker.get(events) ?? new Map<string, readonly number[]>();
  byWorker.set(events, slots);
  const ofAccount = slots.get(accountId) ?? IN_COMPANY.map(() => 0);
  const later = IN_COMPANY[look] ?? 0;
  const open = ofAccount[look] ?? 0;
  // A clock that was set back must hold nobody until then.
  if (open >= at && open <= at + later) return open;
  const isAlone = ofAccount.every((slot) => slot <= now());
  const slot = isAlone ? at : at + later;
  slots.set(accountId, ofAccount.with(look, slot));
  return slot;
}
