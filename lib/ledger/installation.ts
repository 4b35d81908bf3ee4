import type { KeyValueStore } from '../key-value-store.ts';
import type { LedgerDatabase } from './database.ts';

/**
 * The identity of this installation lies in two places that browsers back up, copy and lose apart: in the
 * ledger and in `storage.local`. A generation counts the worker's starts, in the ledger first:
 *
 *   ledger g, storage g      as it was left               → g + 1 in both
 *   ledger g, storage g − 1  died between the two writes  → g in storage
 *   anything else            one of them was restored, copied or erased: another installation
 *
 * A profile that was copied whole, with both places alike, cannot be told from the original by anything
 * that lies in it: what protects then is that every job reads Asaas before it asks for anything.
 */
export interface Installation {
  /** Attempts and audit lines carry it, so that "made by me" can be told. */
  readonly id: string;
  readonly generation: number;
  /** It took the place of another one whose jobs have not been stopped yet: see `stopInherited`. */
  readonly inherits: boolean;
}

const KEY = 'installation';
/** Where the first release kept the id, and nothing else. */
const FIRST_KEY = 'installation-id';

/** What the two places say: who this is now, and what has to be written. Pure. */
export function recognise(inLedger: unknown, inStorage: unknown, make: () => string): Installation {
  const [mine, theirs] = [readMark(inLedger), readMark(inStorage)];
  if (mine && theirs?.id === mine.id && theirs.generation === mine.generation) {
    return { ...mine, generation: mine.generation + 1 };
  }
  if (mine && theirs?.id === mine.id && theirs.generation === mine.generation - 1) return mine;
  // The first release wrote the ledger only.
  if (typeof inLedger === 'string' && !theirs) {
    return { id: inLedger, generation: 1, inherits: false };
  }
  const isFirst = inLedger === undefined && inStorage === undefined;
  return { id: make(), generation: 1, inherits: !isFirst };
}

function readMark(value: unknown): Installation | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, generation, inherits } = value as Partial<Record<keyof Installation, unknown>>;
  if (typeof id !== 'string' || typeof generation !== 'number') return null;
  return { id, generation, inherits: inherits === true };
}

/** Who this installation is, noted in both places. On a disk that is full it is noted at the next start. */
export async function identify(
  ledger: LedgerDatabase,
  storage: KeyValueStore,
  make: () => string,
): Promise<Installation> {
  const known = (await ledger.meta.get(KEY)) ?? (await ledger.meta.get(FIRST_KEY));
  const installation = recognise(known?.value, await storage.get(KEY), make);
  try {
    await ledger.meta.put({ key: KEY, value: installation });
    await storage.set(KEY, { id: installation.id, generation: installation.generation });
  } catch (reason) {
    // An identity that is nowhere on disk would be another one after every start.
    const isNoted =
      known?.value === installation.id || readMark(known?.value)?.id === installation.id;
    if (!isNoted) throw reason;
  }
  return installation;
}

/** The id of this installation as the worker noted it; null before its first start. */
export async function notedInstallation({
  meta,
}: Pick<LedgerDatabase, 'meta'>): Promise<string | null> {
  return readMark((await meta.get(KEY))?.value)?.id ?? null;
}

/** The jobs that it inherited were stopped. Runs in the transaction that stops them. */
export async function settleInheritance({ meta }: LedgerDatabase, id: string): Promise<void> {
  const mark = readMark((await meta.get(KEY))?.value);
  if (mark?.id === id) await meta.put({ key: KEY, value: { ...mark, inherits: false } });
}
