import type { Charge, Payer } from '../../billing/charge.ts';
import { documentKind, normaliseDocument } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { isUnderAlias } from '../../billing/own-keys.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { AccountSettings, PanelSettings } from '../../settings/settings.ts';
import { isOfJob } from '../outbox/of-job.ts';
import type { EnginePorts } from '../ports.ts';

/*
 * A typed alias is no proof: another provider may charge in the same account, and invoice numbers repeat
 * from one provider to the next. What an alias brings is this invoice's once a job of the panel made or
 * changed it, or once its payer was read and has the customer's CPF or CNPJ. That is kept, without the
 * document, for the invoice that the charge named.
 */
const proofName = (origin: string, chargeId: string) => `payer-agrees:${origin}:${chargeId}`;

/** Ids of the charges of an invoice that only an alias brought and nothing proves. From the ledger alone. */
export async function unprovenCharges(
  ledger: LedgerDatabase,
  panel: PanelSettings,
  invoiceId: string,
  charges: readonly Charge[],
): Promise<ReadonlySet<string>> {
  const named = charges.filter((charge) => isUnderAlias(charge, panel));
  if (named.length === 0) return new Set();
  const jobs = await jobsOf(ledger, panel, invoiceId);
  const kept = await ledger.meta.bulkGet(named.map(({ id }) => proofName(panel.origin, id)));
  const unproven = named.filter(
    (charge, at) => kept[at]?.value !== invoiceId && !jobs.some((job) => speaksFor(job, charge)),
  );
  return new Set(unproven.map(({ id }) => id));
}

/** What is known of an invoice once it was read. */
export interface Read {
  readonly panel: PanelSettings;
  readonly invoiceId: string;
  readonly customer: Customer;
  /** Accounts of the environment, to ask for payers in. */
  readonly accounts: readonly AccountSettings[];
  /** Payers that were read already. */
  readonly payers: readonly Payer[];
}

/**
 * Compares the payers of charges that only an alias brought with the invoice's customer, keeps which of
 * them agree, and gives the ids of the others. A payer that cannot be read proves nothing, and fails
 * nothing either.
 */
export async function proveCharges(
  ports: EnginePorts,
  { panel, invoiceId, customer, accounts, payers }: Read,
  charges: readonly Charge[],
): Promise<readonly string[]> {
  const unproven = await unprovenCharges(ports.ledger, panel, invoiceId, charges);
  const left: string[] = [];
  for (const charge of charges.filter(({ id }) => unproven.has(id))) {
    const payer =
      payers.find(({ id }) => id === charge.payerId) ?? (await readPayer(ports, accounts, charge));
    if (payer !== null && agrees(payer, customer)) {
      const key = proofName(panel.origin, charge.id);
      await ports.ledger.meta.put({ key, value: invoiceId });
    } else left.push(charge.id);
  }
  const [providerKey] = panel.providerKey === null ? panel.aliases : [panel.providerKey];
  if (left.length < unproven.size && providerKey !== undefined) {
    ports.events.changed({ providerKey, invoiceId });
  }
  return left;
}

/** Whether a payer is the customer, by a CPF or CNPJ that is one. */
export function agrees(payer: Payer, customer: Pick<Customer, 'document'>): boolean {
  const document = normaliseDocument(customer.document);
  return documentKind(document) !== null && normaliseDocument(payer.document) === document;
}

/** A charge's payer, asked for in the charge's own account; null when it cannot be. */
export async function readPayer(
  ports: Pick<EnginePorts, 'asaas'>,
  accounts: readonly AccountSettings[],
  { accountId, payerId }: Pick<Charge, 'accountId' | 'payerId'>,
): Promise<Payer | null> {
  const account = accounts.find(({ id }) => id === accountId);
  const client = account ? await ports.asaas(account) : null;
  const payer = client?.ok ? await client.value.getPayer(payerId) : null;
  return payer?.ok ? payer.value : null;
}

/** Jobs of the panel itself: one of another panel, under an alias, says nothing of this one's invoice, nor does a file. */
async function jobsOf(
  ledger: LedgerDatabase,
  { origin, providerKey, aliases }: PanelSettings,
  invoiceId: string,
): Promise<JobRow[]> {
  const keys = providerKey === null ? aliases : [providerKey, ...aliases];
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .anyOf(keys.map((key): [string, string] => [key, invoiceId]))
    .toArray();
  return jobs.filter(
    (job) => !job.imported && (job.origin === origin || job.providerKey === providerKey),
  );
}

/** A changed charge is one that a person was shown, and confirmed as this invoice's. */
function speaksFor(job: JobRow, charge: Charge): boolean {
  return isOfJob(job, charge) || (job.kind === 'change' && job.chargeId === charge.id);
}
