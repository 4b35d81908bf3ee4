import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import type { CounterWork } from '../outbox/counter-job.ts';

/** So many at once are no counter's work, when they are also such a part of all charges that can be paid. */
const HANDFUL = 20;
/** A cancelled charge cannot be paid any more; one that was closed in cash can be opened again. */
const PART_CANCELLED = 0.1;
const PART_CHANGED = 0.5;

/** What follows from one look at IXC, and what is known of such looks. */
export interface Look {
  readonly work: readonly CounterWork[];
  /** Invoices that an earlier look held back. */
  readonly held: readonly string[];
  /** Those of them about which the same would follow still. */
  readonly stillHeld: ReadonlySet<string>;
  /** Invoices that a person let go. */
  readonly released: ReadonlySet<string>;
  /** Ids of all invoices whose charges can still be paid. */
  readonly live: readonly string[];
  /** Invoices that were read now. */
  readonly read: ReadonlySet<string>;
}

/**
 * Holds back everything of a look that has too much of it: a base that was restored, copied or emptied would
 * take the payers' charges with it. One alert tells a person, and what was held stays held until they let it
 * go, until IXC says otherwise or until its charge is gone. Gives what may be done, and what is held now.
 */
export async function brake(
  ports: EnginePorts,
  panel: PanelSettings,
  accountId: string,
  { work, held, stillHeld, released, live, read }: Look,
): Promise<{ readonly work: readonly CounterWork[]; readonly held: readonly string[] }> {
  const asked = work.filter(({ invoiceId }) => !released.has(invoiceId));
  const cancelled = asked.filter(({ step }) => step.kind === 'cancel');
  const isTooMuch = (some: readonly CounterWork[], part: number) =>
    some.length > HANDFUL && some.length > live.length * part;
  const braked = isTooMuch(asked, PART_CHANGED)
    ? asked
    : isTooMuch(cancelled, PART_CANCELLED)
      ? cancelled
      : [];
  const still = held.filter((id) => (read.has(id) ? stillHeld.has(id) : live.includes(id)));
  const next = [...new Set([...still, ...braked.map(({ invoiceId }) => invoiceId)])];
  await tell(ports, panel, accountId, held.length + released.size > 0, next);
  const stays = new Set(next);
  return { work: work.filter(({ invoiceId }) => !stays.has(invoiceId)), held: next };
}

async function tell(
  { ledger, now }: EnginePorts,
  { origin, providerKey }: PanelSettings,
  accountId: string,
  wasHeld: boolean,
  held: readonly string[],
): Promise<void> {
  const about = { kind: 'counter-differs', accountId, subject: `many:${origin}` } as const;
  if (held.length === 0) {
    if (wasHeld) await withdrawAlert(ledger, about);
    return;
  }
  // Named by their number only: an alert that lists charges is taken back once one of them agrees.
  const detail = { step: 'none', why: 'many', count: held.length, origin };
  const sighting = { ...about, providerKey, invoiceId: null, chargeIds: [], detail };
  await raiseAlert(ledger, sighting, now());
}
