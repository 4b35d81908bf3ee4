import { putInvoices } from '../../ledger/invoices.ts';
import type { Customer } from '../../billing/invoice.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PaletteClient, PaletteInvoice, PaletteResults } from '../../messages/palette.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { rowStates } from '../panel/row-states.ts';
import type { EnginePorts, IxcReader } from '../ports.ts';
import { readClients, type ReadClient } from './read-clients.ts';
import { overdueOf, shownClient, shownInvoice, shownInvoices } from './shown-client.ts';
import type { Meaning } from './sought.ts';

/** What a search found, and whom: the customers stay in the worker's memory while the palette is open. */
export interface Found {
  readonly results: PaletteResults;
  readonly customers: ReadonlyMap<string, Customer>;
}

/**
 * Looks in one panel's IXC for what a text may mean. Where IXC cannot be read, an invoice that the ledger
 * knows is shown all the same, without a name. Null: nobody waits for the answer any more.
 */
export async function findClients(
  ports: EnginePorts,
  panel: PanelSettings,
  meanings: readonly Meaning[],
  isStale: () => boolean,
): Promise<Found | null> {
  const reader = await ports.ixc(panel.origin);
  if (isStale()) return null;
  if (!reader.ok) return fromLedger(ports, panel, meanings, reader.error);
  if (reader.value.source === 'hand') {
    return fromLedger(ports, panel, meanings, { code: 'ixc-by-hand' });
  }
  const askedAt = ports.now();
  const read = await readClients(reader.value.client, meanings, isStale);
  if (isStale()) return null;
  if (read.clients.length === 0 && read.failure !== null) {
    return fromLedger(ports, panel, meanings, read.failure);
  }
  await keep(ports, panel, read.clients, askedAt);
  const clients = await Promise.all(
    read.clients.map((client) => shown(ports, panel, client, reader.value.source)),
  );
  const customers = new Map(read.clients.map(({ customer }) => [customer.id, customer]));
  // A session has no lists: an invoice that it read is all there is to show.
  const failure = read.failure?.code === 'ixc-unsupported' ? null : read.failure;
  return { results: { clients, hasMore: read.hasMore, failure }, customers };
}

/** The invoices of a client as they stand now, by the ledger. */
export async function statesOf(
  ports: EnginePorts,
  panel: PanelSettings,
  client: PaletteClient,
): Promise<PaletteClient> {
  const ids = client.invoices.map(({ id }) => id);
  const states = await rowStates(ports, panel, ids);
  const invoices = await Promise.all(
    client.invoices.map(async (invoice, at) => {
      const state = states[at];
      return state ? shownInvoice(ports, panel.origin, invoice, state) : invoice;
    }),
  );
  return { ...client, invoices, overdue: overdueOf(invoices) };
}

async function keep(
  { ledger, now }: EnginePorts,
  { origin }: PanelSettings,
  clients: readonly ReadClient[],
  readAt: number,
): Promise<void> {
  const rows = clients.flatMap(({ invoices }) => invoices);
  await putInvoices(
    ledger,
    rows.map((invoice) => ({ ...invoice, origin, readAt })),
    now(),
  );
}

async function shown(
  ports: EnginePorts,
  panel: PanelSettings,
  { customer, foundBy, invoices }: ReadClient,
  source: IxcReader['source'],
): Promise<PaletteClient> {
  const all = await shownInvoices(ports, panel, invoices, source);
  return shownClient(customer, foundBy, all);
}

/** What the ledger alone knows of an invoice that was looked for. */
async function fromLedger(
  ports: EnginePorts,
  panel: PanelSettings,
  meanings: readonly Meaning[],
  failure: FailureView,
): Promise<Found> {
  const id = meanings.find(({ kind }) => kind === 'invoice')?.value;
  const invoice =
    id === undefined ? undefined : await ports.ledger.invoices.get([panel.origin, id]);
  const [state] = id === undefined ? [] : await rowStates(ports, panel, [id]);
  const invoices: PaletteInvoice[] =
    state && (invoice !== undefined || state.group !== 'unsent')
      ? [await shownInvoice(ports, panel.origin, invoice ?? null, state)]
      : [];
  const client: PaletteClient = {
    id: null,
    foundBy: 'invoice',
    name: null,
    document: '',
    phoneEnd: null,
    invoices,
    overdue: overdueOf(invoices),
  };
  const clients = invoices.length === 0 ? [] : [client];
  return { results: { clients, hasMore: false, failure }, customers: new Map() };
}
