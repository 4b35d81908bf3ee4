import { READING_SOURCES, type ReadingSource } from '../../billing/reading-source.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { z } from '../../schema.ts';

/** What answered last for one panel. Times in ms since the epoch. */
export interface Remembered {
  readonly source: ReadingSource;
  /** When it last answered. */
  readonly at: number;
  /** When it was first preferred to the others. */
  readonly since: number;
}

const remembered: z.ZodType<Remembered> = z.object({
  source: z.enum(READING_SOURCES),
  at: z.number(),
  since: z.number(),
});

/** A certificate that was mended makes the detour needless, so the direct way is tried again after a day. */
const DETOUR_MS = 24 * 3_600_000;
/** Every reading succeeds; the disk need not hear of each. */
const NOTE_EVERY_MS = 60_000;

const key = (origin: string) => `source:${origin}`;

/** Null when nothing answered yet. */
export async function recallSource(
  ledger: LedgerDatabase,
  origin: string,
): Promise<Remembered | null> {
  const row = await ledger.meta.get(key(origin));
  return remembered.safeParse(row?.value).data ?? null;
}

/** The source to begin with; null: begin with the direct way. */
export function preferred(known: Remembered | null, now: number): ReadingSource | null {
  if (known === null) return null;
  return known.source === 'direct' || now - known.since < DETOUR_MS ? known.source : null;
}

/** Notes that a source answered. */
export async function rememberSource(
  ledger: LedgerDatabase,
  origin: string,
  source: ReadingSource,
  now: number,
): Promise<void> {
  const known = await recallSource(ledger, origin);
  const isPreferred = known?.source === source && preferred(known, now) === source;
  if (isPreferred && now - known.at < NOTE_EVERY_MS) return;
  const value: Remembered = { source, at: now, since: isPreferred ? known.since : now };
  await ledger.meta.put({ key: key(origin), value });
}
