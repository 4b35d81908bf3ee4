import type { AsaasClient } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { type DueWindow, dueWindows } from '../../billing/plan/lookalikes.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
import { ok, type Result } from '../../billing/result.ts';
import type { SendChoices, SendFacts } from '../../billing/send-plan.types.ts';
import type { TypedInvoice } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { chargingAccount } from './charging-account.ts';
import { readAsaas, type AsaasReading } from './read-asaas.ts';
import { predecessorInvoices, unprovenOfPredecessors } from './predecessor-invoices.ts';
import { readIxc, type IxcReading } from './read-ixc.ts';
import type { Care } from './recent-readings.ts';
import { proveCharges } from './under-alias.ts';
import { underOverride } from './under-override.ts';

/** What was read, and who it concerns. `client` is the account's, null when no account is mapped. */
export interface Gathered {
  readonly facts: SendFacts;
  readonly account: AccountSettings | null;
  readonly client: AsaasClient | null;
  /** The operator's own words, where nothing else could be read. */
  readonly typed: TypedInvoice | null;
}

/** Beside what was read, what was found out about it. */
type Found = AsaasReading & Pick<SendFacts, 'unproven' | 'predecessorInvoices'>;

const NOTHING_READ: Found = {
  referenced: [],
  unproven: [],
  madeWithAccrued: new Map(),
  agreed: new Map(),
  predecessorInvoices: [],
  predecessors: [],
  byReference: [],
  byDocument: [],
  unreferenced: [],
  unreferencedRead: true,
};

/**
 * Reads invoice, customer and carteira from IXC and everything of theirs from Asaas, now. Any reading
 * that fails fails the whole, so that no plan is ever made from half of the facts. `only`: by this source
 * and no other. `care`: a job whose drawer was read a moment ago need not ask for all of it again; the
 * invoice and its charges are read now in any case.
 */
export async function gatherFacts(
  ports: EnginePorts,
  panel: PanelSettings,
  invoiceId: string,
  choices: SendChoices,
  only?: ReadingSource,
  care: Care = 'anew',
): Promise<Result<Gathered, FailureView>> {
  const settings = await ports.readSettings();
  const ixc = await ports.ixc(panel.origin, only);
  if (!ixc.ok) return ixc;
  const read = await readIxc(ports, ixc.value, panel, invoiceId);
  if (!read.ok) return read;
  const typedFor = await underOverride(ports, settings, panel, read.value, choices);
  if (!typedFor.ok) return typedFor;
  const reading = ok({ ...read.value, ...typedFor.value });
  const { typed } = reading.value;

  const account = chargingAccount(settings, panel, reading.value.invoice);
  if (account === null || panel.providerKey === null) {
    const facts = factsOf(ports, settings, panel, account, reading.value, NOTHING_READ, choices);
    return ok({ facts, account, client: null, typed });
  }
  const client = await ports.asaas(account);
  if (!client.ok) return client;
  // A test is never a payment: only accounts of the same environment can hold a charge of this invoice.
  const accounts = settings.accounts.filter((one) => one.environment === account.environment);
  const keys = ownKeys(panel.providerKey, panel.aliases);
  const { ledger } = ports;
  const { customer, predecessors } = reading.value;
  const before = await predecessorInvoices(ledger, account.environment, keys, predecessors);
  const asaas = await readAsaas(ports, reading.value, {
    ...{ accounts, account, client: client.value, keys, care },
    windows: windowsOf(ports, settings, reading.value, choices),
    payerId: choices.payerId,
  });
  if (!asaas.ok) return asaas;
  const { referenced, byReference, byDocument } = asaas.value;
  const payers = [...byReference, ...byDocument];
  const about = { panel, invoiceId, customer, accounts, payers };
  const unproven = [
    ...(await proveCharges(ports, about, referenced)),
    ...(await unprovenOfPredecessors(ports, about, before, asaas.value.predecessors)),
  ];
  const found = { ...asaas.value, unproven, predecessorInvoices: before };
  const facts = factsOf(ports, settings, panel, account, reading.value, found, choices);
  return ok({ facts, account, client: client.value, typed });
}

function windowsOf(
  { clock }: EnginePorts,
  { sending }: Settings,
  { invoice }: IxcReading,
  choices: SendChoices,
): readonly DueWindow[] {
  const today = todayInSaoPaulo(clock.now());
  return invoice.dueDate === null
    ? []
    : dueWindows({ today, choices, rules: { overdue: sending.overdue } }, invoice.dueDate);
}

function factsOf(
  ports: EnginePorts,
  settings: Settings,
  panel: PanelSettings,
  account: AccountSettings | null,
  ixc: IxcReading & Pick<SendFacts, 'overridden'>,
  asaas: Found,
  choices: SendChoices,
): SendFacts {
  return {
    today: todayInSaoPaulo(ports.clock.now()),
    invoice: ixc.invoice,
    customer: ixc.customer,
    overridden: ixc.overridden ?? [],
    carteira: ixc.carteira,
    carteiraRead: ixc.carteiraRead,
    filialDocument: ixc.filialDocument,
    source: ixc.source,
    billsByFatura: panel.billsByFatura,
    predecessorsRead: ixc.predecessorsRead,
    typedOtherCustomer: ixc.typedOtherCustomer,
    readBefore: ixc.readBefore,
    account,
    providerKey: panel.providerKey,
    aliases: panel.aliases,
    providerName: panel.providerName,
    referenced: asaas.referenced,
    unproven: asaas.unproven,
    madeWithAccrued: asaas.madeWithAccrued,
    agreed: asaas.agreed,
    predecessorInvoices: asaas.predecessorInvoices,
    predecessors: asaas.predecessors,
    unreferenced: asaas.unreferenced,
    unreferencedRead: asaas.unreferencedRead,
    payersByReference: asaas.byReference,
    payersByDocument: asaas.byDocument,
    rules: rulesOf(settings, panel),
    choices,
  };
}

function rulesOf(
  { sending, security }: Settings,
  { carteiras }: PanelSettings,
): SendFacts['rules'] {
  const { billingType, overdue, notifier, terms, description } = sending;
  const mayOverride = security.role === 'finance';
  return { billingType, overdue, notifier, carteiras, terms, description, mayOverride };
}
