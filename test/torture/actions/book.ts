import type { Sent } from './operator.ts';

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
    jobs: () => jobs,
    tally: () => counts,
  };
}
