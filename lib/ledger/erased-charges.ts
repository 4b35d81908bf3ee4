import type { LedgerDatabase } from './database.ts';

/** A charge that comes back so long after it was erased is too old to be news by itself. ms. */
const REMEMBERED = 4 * 24 * 60 * 60_000;
const KEY = 'erased-charges';

interface Erased {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
}

async function erased({ meta }: Pick<LedgerDatabase, 'meta'>): Promise<readonly Erased[]> {
  return ((await meta.get(KEY))?.value as readonly Erased[] | undefined) ?? [];
}

/**
 * Notes that these charges were erased, by their ids alone and for four days: a sweep brings them back as long
 * as Asaas lists them, and nobody must be told of them anew. `now` in ms.
 */
export async function noteErased(
  ledger: Pick<LedgerDatabase, 'meta'>,
  ids: readonly string[],
  now: number,
): Promise<void> {
  const recent = (await erased(ledger)).filter(({ at }) => now - at < REMEMBERED);
  await ledger.meta.put({ key: KEY, value: [...recent, ...ids.map((id) => ({ id, at: now }))] });
}

/** Ids of the charges that were erased not long ago. */
export async function erasedCharges(
  ledger: Pick<LedgerDatabase, 'meta'>,
): Promise<ReadonlySet<string>> {
  return new Set((await erased(ledger)).map(({ id }) => id));
}
