import type { Charge } from '../../billing/charge.ts';
import { documentKind } from '../../billing/document.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { parseReference } from '../../billing/reference.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings } from '../../settings/settings.ts';
import { agrees, readPayer } from '../send/under-alias.ts';
import { newestOfOurs } from './found-keys.ts';
import { accountsOf } from './panel-routing.ts';
import type { SetupPorts } from './ports.ts';

type SamplePorts = Pick<SetupPorts, 'settings' | 'ledger' | 'asaas' | 'ixc'>;

/** Invoices that are looked for in the panel, all in one request. */
const MOST_LOOKED_FOR = 100;
/** Of those that are there, how many are compared, two readings each, and how many are tried for it. */
const MOST_COMPARED = 5;
const MOST_TRIED = 12;

/**
 * What speaks against an alias before it is named: charges under it whose payers are not the customers of
 * the invoices with these numbers in this panel. Another provider in the same account has the same
 * numbers. Null where they agree, and where nothing can be compared: by hand and in the operator's session
 * nothing is read for it, and nothing that fails speaks against anybody. Changes nothing.
 */
export async function aliasOfOthers(
  ports: SamplePorts,
  panel: PanelSettings,
  alias: string,
): Promise<FailureView | null> {
  const reader = await ports.ixc(panel.origin);
  if (!reader.ok) return null;
  const { source } = reader.value;
  if (source !== 'direct' && source !== 'document') return null;
  const { client } = reader.value;
  const accounts = await accountsAsked(ports, panel);
  const charges = await chargesUnder(ports, accounts, alias);
  if (charges.size === 0) return null;
  const invoices = await client.invoices([...charges.keys()]);
  if (!invoices.ok) return null;

  let compared = 0;
  let differing = 0;
  const newest = invoices.value.toSorted((a, b) => Number(b.id) - Number(a.id));
  for (const { id, customerId } of newest.slice(0, MOST_TRIED)) {
    if (compared === MOST_COMPARED) break;
    const charge = charges.get(id);
    const customer = await client.customer(customerId);
    if (!charge || !customer.ok || customer.value === null) continue;
    const payer = await readPayer(ports, accounts, charge);
    if (payer === null || ![payer, customer.value].every(hasDocument)) continue;
    compared += 1;
    if (!agrees(payer, customer.value)) differing += 1;
  }
  if (differing === 0) return null;
  const params = { alias, differing: String(differing), compared: String(compared) };
  return { code: 'alias-other-customers', params };
}

function hasDocument({ document }: { readonly document: string }): boolean {
  return documentKind(document) !== null;
}

async function accountsAsked(
  { settings }: SamplePorts,
  panel: PanelSettings,
): Promise<readonly AccountSettings[]> {
  const { accounts } = await settings.read();
  const used = accountsOf(panel);
  return accounts.filter(({ id }) => used.size === 0 || used.has(id));
}

/** Invoice id → one of its charges under the alias: the newest at Asaas, and those that the ledger knows. */
async function chargesUnder(
  ports: SamplePorts,
  accounts: readonly AccountSettings[],
  alias: string,
): Promise<ReadonlyMap<Invoice['id'], Charge>> {
  const all: Charge[] = [];
  for (const account of accounts) {
    const newest = await newestOfOurs(ports, account);
    if (newest.ok) all.push(...newest.value);
  }
  const known = ports.ledger.charges.where('accountId').anyOf(accounts.map(({ id }) => id));
  all.push(
    ...(await known
      .filter(({ providerKey }) => providerKey === alias)
      .limit(MOST_LOOKED_FOR)
      .toArray()),
  );
  const found = new Map<string, Charge>();
  for (const charge of all) {
    const reference = charge.reference === null ? null : parseReference(charge.reference);
    if (reference?.kind !== 'charge' || reference.providerKey !== alias) continue;
    const isNew = !found.has(reference.invoiceId) && found.size < MOST_LOOKED_FOR;
    if (isNew) found.set(reference.invoiceId, charge);
  }
  return found;
}
