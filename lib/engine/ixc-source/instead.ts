import type { Invoice } from '../../billing/invoice.ts';
import { statusReasons } from '../../billing/plan/invoice-reasons.ts';
import type { InsteadSource, DrawerInstead, TriedWay } from '../../messages/drawer.ts';
import { isUnread } from './unread.ts';

/**
 * What the operator may choose for one invoice that the panel's own choice of sources did not read. The
 * session comes before typing, for who types errs; nothing is typed while a way answers, where IXC said
 * that it has no such invoice, nor against an earlier reading that found it over.
 */
export function insteadOf(ways: readonly TriedWay[], earlier: Invoice | null): DrawerInstead {
  const known = earlier === null ? [] : statusReasons(earlier);
  return { ways, known, offer: offerOf(ways, known.length > 0) };
}

function offerOf(ways: readonly TriedWay[], isOver: boolean): InsteadSource | null {
  if (ways.some(({ failure }) => failure !== null && !isUnread(failure))) return null;
  const answering = ways.filter(({ failure }) => failure === null);
  if (answering.length === 0) return isOver ? null : 'hand';
  return answering.every(({ source }) => source === 'session') ? 'session' : null;
}
