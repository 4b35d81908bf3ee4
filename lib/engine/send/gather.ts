import type { AsaasClient } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge, Payer } from '../../billing/charge.ts';
import { documentKind } from '../../billing/document.ts';
import type { Carteira, Customer, Invoice } from '../../billing/invoice.ts';
import { payerReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { SendChoices, SendFacts } from '../../billing/send-plan.types.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView, ixcFailureView } from '../setup/failures.ts';
import { locateCharges } from './locate.ts';

/** What was read, and who it concerns. `client` is the account's, null when no account is mapped. */
export interface Gathered {
  readonly facts: SendFacts;
  readonly account: AccountSettings | null;
  readonly client: AsaasClient | null;
}

interface IxcReading {
  readonly invoice: Invoice;
  readonly customer: Customer;
  readonly carteira: Carteira | null;
}

interface PayerReading {
  readonly byReference: readonly Payer[];
  readonly byDocument: readonly Payer[];
  readonly unreferenced: readonly Charge[];
}

const NO_PAYERS: PayerReading = { byReference: [], byDocument: [], unreferenced: [] };

/**
 * Reads invoice, customer and carteira from IXC and everything of theirs from Asaas, now. Any reading
 * that fails fails the whole, so that no plan is ever made from half of the facts.
 */
export async function gatherFacts(
  ports: EnginePorts,
  panel: PanelSettings,
  invoiceId: string,
  choices: SendChoices,
): Promise<Result<Gathered, FailureView>> {
  const settings = await ports.readSettings();
  const ixc = await ports.ixc(panel.origin);
  if (!ixc.ok) return ixc;
  const reading = await readIxc(ports, ixc.value, panel, invoiceId);
  if (!reading.ok) return reading;

  const account = settings.accounts.find(({ id }) => id === panel.accountId) ?? null;
  if (account === null || panel.providerKey === null) {
    return ok({
      facts: factsOf(ports, settings, panel, account, reading.value, [], NO_PAYERS, choices),
      account,
      client: null,
    });
  }
  const client = await ports.asaas(account);
  if (!client.ok) return client;
  const [referenced, payers] = await Promise.all([
    locateCharges(ports, settings.accounts, panel.providerKey, invoiceId),
    readPayers(client.value, panel.providerKey, reading.value.customer),
  ]);
  if (!referenced.ok) return referenced;
  if (!payers.ok) return payers;
  return ok({
    facts: factsOf(
      ports,
      settings,
      panel,
      account,
      reading.value,
      referenced.value,
      payers.value,
      choices,
    ),
    account,
    client: client.value,
  });
}

async function readIxc(
  ports: EnginePorts,
  ixc: IxcClient,
  panel: PanelSettings,
  invoiceId: string,
): Promise<Result<IxcReading, FailureView>> {
  const invoice = await ixc.invoice(invoiceId);
  if (!invoice.ok) return fail(ixcFailureView(invoice.error));
  if (invoice.value === null)
    return fail({ code: 'ixc-invoice-not-found', params: { id: invoiceId } });
  await ports.ledger.invoices.put({ ...invoice.value, origin: panel.origin, readAt: ports.now() });
  const [customer, carteira] = await Promise.all([
    ixc.customer(invoice.value.customerId),
    ixc.carteira(invoice.value.carteiraId),
  ]);
  if (!customer.ok) return fail(ixcFailureView(customer.error));
  if (customer.value === null) return fail({ code: 'ixc-suspicious-empty' });
  // The token's user may lack the right to list carteiras; the invoice's own fields are then what counts.
  if (!carteira.ok && carteira.error.kind !== 'refused')
    return fail(ixcFailureView(carteira.error));
  return ok({
    invoice: invoice.value,
    customer: customer.value,
    carteira: carteira.ok ? carteira.value : null,
  });
}

async function readPayers(
  client: AsaasClient,
  providerKey: string,
  customer: Customer,
): Promise<Result<PayerReading, FailureView>> {
  const byReference = await client.listPayers({
    externalReference: payerReference(providerKey, customer.id),
  });
  if (!byReference.ok) return fail(asaasFailureView(byReference.error));
  let byDocument: readonly Payer[] = [];
  if (
    !byReference.value.some((payer) => !payer.deleted) &&
    documentKind(customer.document) !== null
  ) {
    const answer = await client.listPayers({ cpfCnpj: customer.document });
    if (!answer.ok) return fail(asaasFailureView(answer.error));
    byDocument = answer.value;
  }
  const candidates = [...byReference.value, ...byDocument].filter((payer) => !payer.deleted);
  const unreferenced: Charge[] = [];
  for (const payer of candidates.slice(0, 3)) {
    for (const status of ['PENDING', 'OVERDUE']) {
      const open = await client.listCharges(
        { customer: payer.id, status },
        { offset: 0, limit: 100 },
      );
      if (!open.ok) return fail(asaasFailureView(open.error));
      unreferenced.push(...open.value.items.filter(({ reference }) => reference === null));
    }
  }
  return ok({ byReference: byReference.value, byDocument, unreferenced });
}

function factsOf(
  ports: EnginePorts,
  settings: Settings,
  panel: PanelSettings,
  account: AccountSettings | null,
  ixc: IxcReading,
  referenced: readonly Charge[],
  payers: PayerReading,
  choices: SendChoices,
): SendFacts {
  return {
    today: todayInSaoPaulo(ports.clock.now()),
    ...ixc,
    account,
    providerKey: panel.providerKey,
    referenced,
    predecessors: [],
    unreferenced: payers.unreferenced,
    payersByReference: payers.byReference,
    payersByDocument: payers.byDocument,
    rules: {
      billingType: settings.sending.billingType,
      overdue: settings.sending.overdue,
      notifier: settings.sending.notifier,
      carteiras: null,
    },
    choices,
  };
}
