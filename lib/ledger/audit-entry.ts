/** What an audit line may hold: plain data. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One thing that happened, as the engine tells it. Ids, never names or documents. */
export interface AuditFact {
  /** ms since the epoch. */
  readonly at: number;
  readonly installationId: string;
  readonly operator: AuditOperator;
  /** Dotted, e.g. `job.created`. */
  readonly action: string;
  /** Which records it concerns, e.g. `{ invoiceId, chargeId, jobId, accountId }`. */
  readonly ids: Readonly<Record<string, string>>;
  /** What else must be known later: codes, amounts in cents, states. */
  readonly detail: Readonly<Record<string, Json>>;
}

export interface AuditOperator {
  /** This browser profile, as its operator named it or as the installation did. */
  readonly seat: string;
  /** IXC's number of the user who worked in the panel, never a name; absent where the page did not say. */
  readonly user?: string | undefined;
}

/** A fact in its place. Entries are only ever appended; each names the hash of the one before. */
export interface AuditEntry extends AuditFact {
  /** 1, 2, 3 … */
  readonly seq: number;
  /** Null in the first entry of an installation. */
  readonly prevHash: string | null;
  /** SHA-256 (hex) of the canonical JSON of everything above. */
  readonly hash: string;
}
