import type { ChargeFilter } from '../../asaas/client.types.ts';
import { chargeExclusion, type SourcedCharge } from '../../billing/adoption/exclusion.ts';
import { addDays, type CivilDate } from '../../billing/calendar.ts';
import { parseReference } from '../../billing/reference.ts';
import type { AdoptionSeen } from '../../ledger/adoption-rows.ts';
import { readOn } from '../sync/read-list.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { type Reading, type Step, stopped } from './reading.ts';

/**
 * What is open, in windows of creation that are closed: nothing that is made while they are read can enter
 * the first, and whatever leaves one is seen by its total.
 */
function filtersOf(startedOn: CivilDate): readonly ChargeFilter[] {
  const before = { 'dateCreated[le]': addDays(startedOn, -1) };
  const today = { 'dateCreated[ge]': startedOn, 'dateCreated[le]': startedOn };
  return ['PENDING', 'OVERDUE'].flatMap((status) => [
    { ...before, status },
    { ...today, status },
  ]);
}

/** One page of the account's open charges. */
export async function readCharges({ run, keys, asaas }: Reading): Promise<Step> {
  const filters = filtersOf(run.startedOn);
  const filter = filters[run.place.list];
  if (filter === undefined) return { kind: 'ended' };
  const answer = await readOn((page) => asaas.listSourced(filter, page), run.place);
  if (!answer.ok) return stopped(asaasFailureView(answer.error));
  const { page, next } = answer.value;
  const place =
    next === null
      ? { ...run.place, list: run.place.list + 1, offset: 0, total: null }
      : { ...run.place, ...next };
  return {
    kind: 'read',
    seen: page.items.map((item) => seenCharge(item, keys)),
    place,
    read: page.items.length,
  };
}

function seenCharge(sourced: SourcedCharge, keys: readonly string[]): AdoptionSeen {
  const { id, payerId, value, dueDate, reference } = sourced.charge;
  const named = reference === null ? null : parseReference(reference);
  if (named?.kind === 'charge' && keys.includes(named.providerKey)) {
    return { side: 'charged', id: named.invoiceId };
  }
  return { side: 'charge', id, payerId, value, dueDate, exclusion: chargeExclusion(sourced) };
}
