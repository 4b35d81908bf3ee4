import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import type { CounterWork } from '../outbox/counter-job.ts';

/** So many cancelled at once, and such a part of all charges that can be paid, is no counter's work. */
const HANDFUL = 20;
const PART = 0.1;

/** What follows from one look at IXC, and what is known of such looks. */
export interface Look {
  readonly work: readonly CounterWork[];
  /** Invoices that an earlier look held back. */
  readonly held: readonly string[];
  /** Ids of all invoices whose charges can still be paid. */
  readonly live: readonly string[];
  /** Invoices that were read now. */
  readonly read: ReadonlySet<string>;
}

/**
 * Holds back every cancellation of a look that has too many of them: a base that was restored, copied or
 * emptied would take the payers' charges with it. One alert tells a person, and what was held stays held
 * until it is no longer cancelled or its charge is gone. Gives what may be done, and what is held now.
 */
export async function brake(
  ports: EnginePorts,
  panel: PanelSettings,
  accountId: string,
  { work, held, live, read }: Look,
): Promise<{ readonly work: readonly CounterWork[]; readonly held: readonly string[] }> {
  const cancelled = work.filter(({ step }) => step.kind === 'cancel');
  const ids = new Set(cancelled.map(({ invoiceId }) => invoiceId));
  const still = held.filter((id) => (read.has(id) ? ids.has(id) : live.includes(id)));
  const news = [...ids].filter((id) => !still.includes(id));
  const isTooMany = news.length > HANDFUL && news.length > live.length * PART;
  const next = isTooMany ? [...still, ...news] : still;
  await tell(ports, panel, accountId, held, next);
  const stays = new Set(next);
  const go = work.filter(({ step, invoiceId }) => step.kind !== 'cancel' || !stays.has(invoiceId));
  return { work: go, held: next };
}

async function tell(
  { ledger, now }: EnginePorts,
  { origin, providerKey }: PanelSettings,
  accountId: string,
  before: readonly string[],
  held: readonly string[],
): Promise<void> {
  const about = { kind: 'counter-differs', accountId, subject: `many:${origin}` } as const;
  if (held.length === 0) {
    if (before.length > 0) await withdrawAlert(ledger, about);
    return;
  }
  // Named by their number only: an alert that lists charges is taken back once one of them agrees.
  const detail = { step: 'cancel', why: 'many', count: held.length, origin };
  const sighting = { ...about, providerKey, invoiceId: null, chargeIds: [], detail };
  await raiseAlert(ledger, sighting, now());
}
