import type { AsaasClient } from '../../asaas/client.types.ts';
import type { CivilDate } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { createRecall, type Recall } from '../send/recall.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { type ListPlace, PAGE, readOn } from '../sync/read-list.ts';
import { TOGETHER } from './schedule.ts';

/** `dear`: it has more pages than the searches that it would save. `unsteady`: it moved while it was read. */
type Created =
  | { readonly kind: 'read'; readonly charges: readonly Charge[]; readonly seenAt: number }
  | { readonly kind: 'dear' | 'unsteady' }
  | { readonly kind: 'failed'; readonly failure: FailureView };

/** What a reading is wanted for. */
interface Wanted {
  readonly accountId: string;
  readonly client: AsaasClient;
  /** The first day of creation, and when the reading may begin: what began before does not count. ms. */
  readonly from: CivilDate;
  readonly notBefore: number;
  /** The first day that everybody who wants one now needs, and the searches that it saves them. */
  readonly plan: () => Promise<{ readonly from: CivilDate; readonly searches: number }>;
}

interface Reading {
  readonly from: CivilDate;
  readonly begunAt: number;
  readonly outcome: Promise<Created>;
}

interface Readings {
  readonly latest: Recall<Reading>;
  /** How many charges the list of an account had, by account and first day. */
  readonly sizes: Recall<number>;
}

/** A list only grows during a day, but for what is removed. ms. */
const SIZE_KNOWN = 60 * 60_000;
const byWorker = new WeakMap<EnginePorts['events'], Readings>();

function readingsOf({ events }: EnginePorts): Readings {
  const known = byWorker.get(events);
  if (known) return known;
  const begun = {
    latest: createRecall<Reading>(TOGETHER),
    sizes: createRecall<number>(SIZE_KNOWN),
  };
  byWorker.set(events, begun);
  return begun;
}

/**
 * All charges of an account that were created from a day on, by list pages. Jobs that are due together
 * share one reading, which is in this worker's memory alone: after its death the next one reads anew. A
 * reading serves whoever was due when it began, and nobody for longer than a minute.
 */
export async function createdSince(ports: EnginePorts, wanted: Wanted): Promise<Created> {
  const begun = usable(ports, wanted);
  if (begun !== null) return begun.outcome;
  const { from, searches } = await wanted.plan();
  // Another job may have begun one meanwhile.
  const meanwhile = usable(ports, wanted);
  if (meanwhile !== null) return meanwhile.outcome;
  const begunAt = ports.now();
  const outcome = read(ports, wanted, from, searches);
  readingsOf(ports).latest.put(wanted.accountId, { from, begunAt, outcome }, begunAt);
  return outcome;
}

function usable(ports: EnginePorts, { accountId, from, notBefore }: Wanted): Reading | null {
  const known = readingsOf(ports).latest.get(accountId, ports.now());
  return known !== null && known.begunAt >= notBefore && known.from <= from ? known : null;
}

async function read(
  ports: EnginePorts,
  { accountId, client }: Wanted,
  from: CivilDate,
  searches: number,
): Promise<Created> {
  const { sizes } = readingsOf(ports);
  const seenAt = ports.now();
  const name = `${accountId} ${from}`;
  if (pages(sizes.get(name, seenAt) ?? 0) > searches) return { kind: 'dear' };
  const charges = new Map<string, Charge>();
  let place: ListPlace = { offset: 0, total: null };
  let least = Number.POSITIVE_INFINITY;
  for (let asked = 1; ; asked += 1) {
    const answer = await readOn(
      (page) => client.listCharges({ 'dateCreated[ge]': from }, page),
      place,
    );
    if (!answer.ok) return { kind: 'failed', failure: asaasFailureView(answer.error) };
    const { page, next } = answer.value;
    for (const charge of page.items) charges.set(charge.id, charge);
    sizes.put(name, page.totalCount, seenAt);
    least = Math.min(least, page.totalCount);
    if (next === null) break;
    // It may go back for what moved up, but not for ever.
    if (asked + pages(page.totalCount - next.offset) > searches) return { kind: 'dear' };
    place = next;
  }
  // What was created while it was read need not be in it; what was there when it began must be.
  return charges.size < least
    ? { kind: 'unsteady' }
    : { kind: 'read', charges: [...charges.values()], seenAt };
}

function pages(charges: number): number {
  return Math.max(1, Math.ceil(charges / PAGE));
}
