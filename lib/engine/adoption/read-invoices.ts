import { invoiceExclusion } from '../../billing/adoption/exclusion.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { AdoptionSeen } from '../../ledger/adoption-rows.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { chargingAccount } from '../send/charging-account.ts';
import { ixcFailureView } from '../setup/failures.ts';
import { initialsOf, nameTag, personTag } from './person-tag.ts';
import { type Reading, type Step, stopped } from './reading.ts';
import { chargedTerms, isAmong, seenOf } from './staged.ts';

/** What IXC takes at once. */
const BLOCK = 400;

/** Only the webservice lists: session and typing know one invoice at a time. */
async function webservice({ ports, panel }: Reading): Promise<Result<IxcClient, FailureView>> {
  const reader = await ports.ixc(panel.origin);
  if (!reader.ok) return reader;
  const { value } = reader;
  return value.source === 'direct' || value.source === 'document'
    ? ok(value.client)
    : fail({ code: 'ixc-token-missing' });
}

/** One page of IXC's open invoices; those that no listed charge could be of are not kept. */
export async function readInvoices(reading: Reading): Promise<Step> {
  const { ports, run } = reading;
  const client = await webservice(reading);
  if (!client.ok) return stopped(client.error);
  const page = await client.value.openInvoices(run.place.from);
  if (!page.ok) return stopped(ixcFailureView(page.error));
  const { invoices, next } = page.value;
  if (next === null) return { kind: 'ended' };
  const terms = await chargedTerms(ports.ledger);
  const seen = invoices.flatMap((invoice) => seenInvoice(reading, invoice));
  return {
    kind: 'read',
    seen: seen.filter((one) => one.side === 'invoice' && isAmong(terms, one.open, one.dueDate)),
    place: { ...run.place, from: next },
    read: invoices.length,
  };
}

function seenInvoice({ settings, panel, run }: Reading, invoice: Invoice): AdoptionSeen[] {
  const { id, customerId, open, dueDate } = invoice;
  if (dueDate === null) return [];
  const isMarked = panel.carteiras === null || panel.carteiras.includes(invoice.carteiraId);
  const account = chargingAccount(settings, panel, invoice);
  const isHere = account?.id === run.accountId;
  const own = isHere ? invoiceExclusion(invoice) : 'other-account';
  const exclusion = own === null && !isMarked ? 'not-sendable' : own;
  return [{ side: 'invoice', id, customerId, open, dueDate, exclusion }];
}

/** The customers of the invoices that were kept, a block of ids at a time. */
export async function readCustomers(reading: Reading): Promise<Step> {
  const { ports, run, tagKey } = reading;
  const invoices = await seenOf(ports.ledger, 'invoice');
  const from = Number(run.place.from);
  const ids = [...new Set(invoices.map(({ customerId }) => customerId))]
    .filter((id) => Number(id) >= from)
    .toSorted((a, b) => Number(a) - Number(b))
    .slice(0, BLOCK);
  const last = ids.at(-1);
  if (last === undefined) return { kind: 'ended' };
  const client = await webservice(reading);
  if (!client.ok) return stopped(client.error);
  const answer = await client.value.customers(ids);
  if (!answer.ok) return stopped(ixcFailureView(answer.error));
  return {
    kind: 'read',
    seen: answer.value.map(({ id, document, name }) => ({
      side: 'customer',
      id,
      person: personTag(tagKey, document),
      name: nameTag(tagKey, name),
      initials: initialsOf(name),
    })),
    place: { ...run.place, from: String(Number(last) + 1) },
    read: answer.value.length,
  };
}
