import type { Sent } from './operator.ts';

/** Noted of every invoice that a browser sent in the hours that it no longer knows of. */
export const RESTORED = 'restored from a copy';

/** What was done about one invoice, for the oracle and for whoever reads a failure. */
export interface Entry {
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

/** One confirmation, and the job that it became. */
export interface Confirmed {
  readonly at: number;
  readonly invoiceId: string;
  readonly who: string;
  readonly jobId: string;
}

/** What people did, invoice by invoice. */
export interface Book {
  readonly note: (invoiceId: string, who: string, what: string) => void;
  readonly sent: (invoiceId: string, who: string, sent: Sent) => void;
  /** Somebody took the charge away on purpose. */
  readonly removed: (invoiceId: string) => void;
  readonly of: (invoiceId: string) => readonly Entry[];
  /** Whether a charge was confirmed and nobody took it away since. */
  readonly isWanted: (invoiceId: string) => boolean;
  /** Whether a browser, or this one, was put back to a copy after it had sent the invoice. */
  readonly wasRestored: (invoiceId: string, who?: string) => boolean;
  readonly wasConfirmed: (invoiceId: string) => boolean;
  readonly jobs: () => readonly Confirmed[];
  readonly tally: () => ReadonlyMap<string, number>;
}

export function createBook(now: () => number): Book {
  const entries = new Map<string, Entry[]>();
  const wanted = new Set<string>();
  const confirmed = new Set<string>();
  const jobs: Confirmed[] = [];
  const counts = new Map<string, number>();
  const note = (invoiceId: string, who: string, what: string) => {
    entries.set(invoiceId, [...(entries.get(invoiceId) ?? []), { at: now(), who, what }]);
    const [kind = what] = what.split(':');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  return {
    note,
    sent: (invoiceId, who, sent) => {
      // A drawer whose worker died may find that its confirmation was written down.
      if ((sent.kind === 'confirmed' || sent.kind === 'stands') && sent.jobId !== null) {
        wanted.add(invoiceId);
        confirmed.add(invoiceId);
        jobs.push({ at: now(), invoiceId, who, jobId: sent.jobId });
      }
      const why =
        sent.kind === 'blocked' ? sent.reasons.join(',') : sent.kind === 'failed' ? sent.code : '';
      note(invoiceId, who, `sending ${sent.kind}${why && `: ${why}`}`);
    },
    removed: (invoiceId) => {
      wanted.delete(invoiceId);
    },
    of: (invoiceId) => entries.get(invoiceId) ?? [],
    isWanted: (invoiceId) => wanted.has(invoiceId),
    wasConfirmed: (invoiceId) => confirmed.has(invoiceId),
    wasRestored: (invoiceId, who) =>
      (entries.get(invoiceId) ?? []).some(
        (entry) => entry.what === RESTORED && (who === undefined || entry.who === who),
      ),
    jobs: () => jobs,
    tally: () => counts,
  };
}
