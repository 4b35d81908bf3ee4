import type { ReadingSource } from '../../billing/reading-source.ts';
import type { DrawerSnapshot, InsteadSource } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { isUnread } from '../ixc-source/unread.ts';

/** What the operator chose to read one invoice by, and what every other way had met with, in codes. */
export interface ChosenInstead {
  readonly source: InsteadSource;
  readonly tried: string;
}

/** Whether another way is worth looking for. A source that the operator fixed has none beside it. */
export function isInsteadWanted(
  { source }: PanelSettings,
  failure: FailureView,
  chosen: ChosenInstead | null,
): boolean {
  return source === 'auto' && chosen === null && isUnread(failure);
}

/** The choice, if it is the one that was offered. */
export function chosenInstead(
  instead: DrawerSnapshot['instead'],
  source: InsteadSource,
): ChosenInstead | null {
  if (instead === null || instead === 'looking' || instead.offer !== source) return null;
  const tried = instead.ways.map((way) => `${way.source}: ${way.failure?.code ?? 'read'}`);
  return { source, tried: tried.join(', ') };
}

/** Nothing reads and nothing was typed: the drawer asks for it. Another failure leaves what was known. */
export function sourceAfter(
  failure: FailureView,
  before: ReadingSource | null,
): ReadingSource | null {
  return failure.code === 'ixc-by-hand' ? 'hand' : before;
}
