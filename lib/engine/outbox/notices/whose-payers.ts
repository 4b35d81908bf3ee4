import { documentKind, normaliseDocument } from '../../../billing/document.ts';
import type { NoticePayer } from '../../../billing/notices/notice.ts';
import { ownerOf } from '../../../billing/notices/our-payer.ts';
import { parseReference } from '../../../billing/reference.ts';
import type { LedgerDatabase } from '../../../ledger/database.ts';
import type { LeftOutState, NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { EnginePorts } from '../../ports.ts';

/** Whose a listed payer is: ours, ours though not to be changed and why, or (null) no concern of this provider. */
export type Whose =
  | { readonly is: 'ours' }
  /** A reference under another key of the provider, whose customer has the payer's CPF or CNPJ in IXC. */
  | { readonly is: 'proven'; readonly reference: string }
  | { readonly is: LeftOutState }
  | null;

interface Panel {
  readonly job: NoticesRunJobRow;
  /** The panel's other keys. */
  readonly aliases: readonly string[];
}

/**
 * Says of payers of one page whose they are. A typed alias is no proof, since another provider may charge in
 * the same account: IXC's customer of that number has to have the payer's CPF or CNPJ. A payer that a charge of
 * ours is of and that bears no reference of ours was found by its CPF: it may be another system's record.
 */
export async function whosePayers(
  ports: Pick<EnginePorts, 'ledger' | 'ixc'>,
  { job, aliases }: Panel,
  payers: readonly NoticePayer[],
): Promise<readonly Whose[]> {
  const underAlias = payers.filter(({ reference }) => ownerOf(reference, aliases) === 'ours');
  const documents = await documentsOf(ports, job, underAlias);
  const charged = await chargedPayers(ports.ledger, job, payers);
  return payers.map((payer): Whose => {
    const { id, reference, deleted } = payer;
    if (deleted) return null;
    if (ownerOf(reference, [job.providerKey]) === 'ours') return { is: 'ours' };
    if (reference !== null && underAlias.includes(payer)) {
      if (documents === null) return { is: 'out-unread' };
      const isProven = documents.get(customerOf(reference)) === normaliseDocument(payer.document);
      return isProven ? { is: 'proven', reference } : { is: 'out-differs' };
    }
    if (!charged.has(id)) return null;
    return { is: reference === null ? 'out-unmarked' : 'out-other' };
  });
}

function customerOf(reference: string): string {
  const parsed = parseReference(reference);
  return parsed?.kind === 'payer' ? parsed.customerId : '';
}

/** IXC's customers by number, with a CPF or CNPJ that is one; null where IXC could not be asked. */
async function documentsOf(
  { ixc }: Pick<EnginePorts, 'ixc'>,
  { origin }: NoticesRunJobRow,
  payers: readonly NoticePayer[],
): Promise<ReadonlyMap<string, string> | null> {
  if (payers.length === 0) return new Map();
  const reader = await ixc(origin);
  // Session and typing know one customer at a time.
  if (!reader.ok) return null;
  if (reader.value.source !== 'direct' && reader.value.source !== 'document') return null;
  const ids = new Set(payers.map(({ reference }) => customerOf(reference ?? '')));
  const customers = await reader.value.client.customers([...ids]);
  if (!customers.ok) return null;
  return new Map(
    customers.value
      .filter(({ document }) => documentKind(document) !== null)
      .map(({ id, document }) => [id, normaliseDocument(document)]),
  );
}

/** Those of them that a charge of ours is of, as far as this browser knows. */
async function chargedPayers(
  { charges }: LedgerDatabase,
  { accountId, providerKey }: NoticesRunJobRow,
  payers: readonly NoticePayer[],
): Promise<ReadonlySet<string>> {
  const own = await charges
    .where('payerId')
    .anyOf(payers.map(({ id }) => id))
    .filter((charge) => charge.accountId === accountId && charge.providerKey === providerKey)
    .toArray();
  return new Set(own.map(({ payerId }) => payerId));
}
