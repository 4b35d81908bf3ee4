import { parseReference } from '../../billing/reference.ts';
import type { Payer } from '../../billing/charge.ts';
import { readOn } from '../sync/read-list.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { nameTag, personTag } from './person-tag.ts';
import { type Reading, type Step, stopped } from './reading.ts';
import { invoicedTerms, isAmong, type Seen, seenOf } from './staged.ts';

/** One page of the account's payers; those of no charge that is worth comparing are not kept. */
export async function readPayers(reading: Reading): Promise<Step> {
  const { run, asaas } = reading;
  const wanted = await wantedPayers(reading);
  // Nothing to compare, or read to the end.
  if (wanted.size === 0 || run.place.list > 0) return { kind: 'ended' };
  const answer = await readOn((page) => asaas.allPayers(page), run.place);
  if (!answer.ok) return stopped(asaasFailureView(answer.error));
  const { page, next } = answer.value;
  const place = next === null ? { ...run.place, list: 1 } : { ...run.place, ...next };
  const seen = page.items
    .filter(({ id, deleted }) => wanted.has(id) && !deleted)
    .map((payer) => seenPayer(reading, payer));
  return { kind: 'read', seen, place, read: page.items.length };
}

async function wantedPayers({ ports }: Reading): Promise<ReadonlySet<string>> {
  const terms = await invoicedTerms(ports.ledger);
  const charges = await seenOf(ports.ledger, 'charge');
  const compared = charges.filter(({ value, dueDate }) => isAmong(terms, value, dueDate));
  return new Set(compared.map(({ payerId }) => payerId));
}

function seenPayer({ keys, tagKey }: Reading, payer: Payer): Seen<'payer'> {
  const { id, document, name, reference } = payer;
  const named = reference === null ? null : parseReference(reference);
  const isPayer = named?.kind === 'payer';
  const isOurs = isPayer && keys.includes(named.providerKey);
  return {
    side: 'payer',
    id,
    person: personTag(tagKey, document),
    name: nameTag(tagKey, name),
    payerOf: isOurs ? named.customerId : null,
    isForeign: isPayer && !isOurs,
  };
}
