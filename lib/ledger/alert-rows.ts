export const ALERT_KINDS = [
  /** Paid at Asaas and received in IXC by another way. */
  'paid-on-both-sides',
  /** Two charges of one invoice were paid. */
  'paid-twice',
  /** Two charges of one invoice can be paid. */
  'several-live',
  /** A charge we know by its id lost its reference at Asaas. */
  'reference-cleared',
  /** IXC and the charge differ in a way nothing may mend by itself (below the minimum, contested, unreadable). */
  'counter-differs',
  /** A key stopped working, or says that it will. */
  'key-lapse',
  /** Money went back, in full or in part, or a chargeback came. */
  'reversed',
  /** The disk is almost full: soon nothing can be sent, because nothing could be written down. */
  'storage-low',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something that a person must look at. One per kind and subject: a second sighting renews, never repeats. */
export interface AlertRow {
  /** `<kind>:<accountId>:<subject>`. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly accountId: string;
  readonly providerKey: string | null;
  readonly invoiceId: string | null;
  readonly chargeIds: readonly string[];
  readonly firstAt: number;
  readonly lastAt: number;
  /** Set by a person; another sighting of a changed subject opens it again. */
  readonly dismissedAt: number | null;
  /** Ids, cents and states. */
  readonly detail: Readonly<Record<string, string | number>>;
}
