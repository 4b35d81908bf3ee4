import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { z } from '../../schema.ts';

/** A list of filiais read this recently is not read again. ms. */
const DAY = 24 * 60 * 60_000;

const keptFiliais = z.object({
  readAt: z.number(),
  documents: z.record(z.string(), z.string()),
});

/**
 * The CNPJ of one filial, from a list that is read once a day. Null when it is not known or may not be
 * read: it only warns, so it never stands in the way.
 */
export async function filialDocument(
  { ledger, now }: { readonly ledger: LedgerDatabase; readonly now: () => number },
  ixc: Pick<IxcClient, 'filiais'>,
  origin: string,
  filialId: string,
): Promise<string | null> {
  const key = `filiais:${origin}`;
  const stored = keptFiliais.safeParse((await ledger.meta.get(key))?.value);
  const age = stored.success ? now() - stored.data.readAt : null;
  if (stored.success && age !== null && age >= 0 && age < DAY) {
    return known(stored.data.documents[filialId]);
  }
  const answer = await ixc.filiais();
  if (!answer.ok) return null;
  const documents = Object.fromEntries(answer.value.map(({ id, document }) => [id, document]));
  await ledger.meta.put({ key, value: { readAt: now(), documents } });
  return known(documents[filialId]);
}

function known(document: string | undefined): string | null {
  return document === undefined || document === '' ? null : document;
}
