import type { Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Found } from '../../messages/pages.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { rowStates } from '../panel/row-states.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';
import { findInLedger } from './in-ledger.ts';
import { type Sought, soughtBy } from './sought.ts';

/** More than this is for a report, not for a phone call. */
const MOST = 20;

/** What a source says of one invoice; the names go to the page and nowhere else. */
interface Hit {
  readonly invoice: Invoice;
  readonly customerName: string | null;
}

type Hits = Promise<Result<readonly Hit[], FailureView>>;

/**
 * Invoices by their id, by the CPF or CNPJ of their customer, or by how the customer's name begins, in every
 * panel; 20 at most. An invoice that the ledger knows needs no network, and comes without a name. A panel
 * that cannot be read fails the search only when none of the others finds anything.
 */
export async function findInvoices(
  ports: EnginePorts,
  text: string,
): Promise<Result<readonly Found[], FailureView>> {
  const sought = soughtBy(text);
  if (sought === null) return ok([]);
  const { panels } = await ports.readSettings();
  const answers = await Promise.all(
    panels
      .filter(({ billsByFatura }) => !billsByFatura)
      .map((panel) => findInPanel(ports, panel, sought)),
  );
  const found = answers.flatMap((answer) => (answer.ok ? answer.value : [])).slice(0, MOST);
  const failed = answers.find((answer) => !answer.ok);
  return found.length === 0 && failed ? failed : ok(found);
}

async function findInPanel(
  ports: EnginePorts,
  panel: PanelSettings,
  sought: Sought,
): Promise<Result<readonly Found[], FailureView>> {
  if (sought.kind === 'invoice') {
    const known = await findInLedger(ports, panel, sought.id);
    if (known !== null) return ok([known]);
  }
  const reader = await ports.ixc(panel.origin);
  if (!reader.ok) return reader;
  if (reader.value.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const { client, source } = reader.value;
  const readAt = ports.now();
  const hits = await (sought.kind === 'invoice'
    ? hitOf(client, sought.id)
    : hitsOf(client, sought));
  if (!hits.ok) return hits;

  const { origin } = panel;
  const shown = hits.value.slice(0, MOST);
  const rows = shown.map(({ invoice }) => ({ ...invoice, origin, readAt }));
  await putInvoices(ports.ledger, rows, ports.now());
  const ids = shown.map(({ invoice }) => invoice.id);
  const states = await rowStates(ports, panel, ids, source);
  return ok(
    shown.map(({ invoice, customerName }, index) => ({
      origin,
      invoiceId: invoice.id,
      customerName,
      open: invoice.open,
      dueDate: invoice.dueDate,
      group: states[index]?.group ?? 'unknown',
      seenAt: states[index]?.seenAt ?? null,
    })),
  );
}

async function hitOf(client: IxcClient, id: string): Hits {
  const invoice = await client.invoice(id);
  if (!invoice.ok) return fail(ixcFailureView(invoice.error));
  if (invoice.value === null) return ok([]);
  // The invoice is what was looked for; whose it is may be missing.
  const customer = await client.customer(invoice.value.customerId);
  const customerName = customer.ok ? (customer.value?.name ?? null) : null;
  return ok([{ invoice: invoice.value, customerName }]);
}

async function hitsOf(client: IxcClient, sought: Exclude<Sought, { kind: 'invoice' }>): Hits {
  const customers = await client.findCustomers(sought);
  if (!customers.ok) return fail(ixcFailureView(customers.error));
  const names = new Map(customers.value.slice(0, MOST).map(({ id, name }) => [id, name]));
  if (names.size === 0) return ok([]);
  const invoices = await client.openInvoicesOf([...names.keys()]);
  if (!invoices.ok) return fail(ixcFailureView(invoices.error));
  return ok(
    invoices.value.map((invoice) => ({
      invoice,
      customerName: names.get(invoice.customerId) ?? null,
    })),
  );
}
