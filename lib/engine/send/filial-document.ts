import type { Filial, IxcClient } from '../../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { z } from '../../schema.ts';

/** What was read this recently is not read again. ms. */
const DAY = 24 * 60 * 60_000;

/** By filial; '' where IXC has no CNPJ of it. */
const keptFiliais = z.record(z.string(), z.object({ document: z.string(), readAt: z.number() }));
type KeptFiliais = z.infer<typeof keptFiliais>;

type Read = readonly Pick<Filial, 'id' | 'document'>[];

/**
 * The CNPJ of one filial, read once a day: from the list, or by itself where a source has no lists. Where
 * neither may be read, what was read last. Null when it is not known: it only warns, so it never stands in
 * the way, and is never a guess.
 */
export async function filialDocument(
  { ledger, now }: { readonly ledger: LedgerDatabase; readonly now: () => number },
  ixc: Pick<IxcClient, 'filiais' | 'filial'>,
  origin: string,
  filialId: string,
): Promise<string | null> {
  if (filialId === '') return null;
  const kept = (await recall(ledger, origin))[filialId];
  const age = kept ? now() - kept.readAt : null;
  if (kept && age !== null && age >= 0 && age < DAY) return known(kept);
  const read = await readAgain(ixc, filialId);
  if (read === null) return known(kept);
  await rememberFiliais(ledger, origin, read, now());
  return rememberedFilialDocument(ledger, origin, filialId);
}

/** The CNPJ of one filial as it was read last, however long ago, for where nothing reads IXC now. */
export async function rememberedFilialDocument(
  ledger: LedgerDatabase,
  origin: string,
  filialId: string,
): Promise<string | null> {
  return known((await recall(ledger, origin))[filialId]);
}

/** Keeps the CNPJs of filiais that were read at that time (ms). */
export async function rememberFiliais(
  ledger: LedgerDatabase,
  origin: string,
  filiais: Read,
  readAt: number,
): Promise<void> {
  const read = filiais.map(({ id, document }) => [id, { document, readAt }] as const);
  const value: KeptFiliais = { ...(await recall(ledger, origin)), ...Object.fromEntries(read) };
  await ledger.meta.put({ key: keyOf(origin), value });
}

/** Null: nothing was read. A filial that a list or the source does not have is one without a CNPJ. */
async function readAgain(
  ixc: Pick<IxcClient, 'filiais' | 'filial'>,
  filialId: string,
): Promise<Read | null> {
  const list = await ixc.filiais();
  const missing = { id: filialId, document: '' };
  if (list.ok) return [missing, ...list.value];
  if (list.error.kind !== 'unsupported') return null;
  const one = await ixc.filial(filialId);
  return one.ok ? [one.value ?? missing] : null;
}

async function recall(ledger: LedgerDatabase, origin: string): Promise<KeptFiliais> {
  const row = await ledger.meta.get(keyOf(origin));
  return keptFiliais.safeParse(row?.value).data ?? {};
}

const keyOf = (origin: string) => `filiais:${origin}`;

function known(kept: KeptFiliais[string] | undefined): string | null {
  return kept === undefined || kept.document === '' ? null : kept.document;
}
