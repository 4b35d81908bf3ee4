/**
 * A failure as a page shows it. `code` is a key under `failure.` in `locales/` with a message that says
 * what to do; `params` fill it; `detail` is the other system's own words (already stripped of tags),
 * shown as a quotation. Never contains a key or a token.
 */
export interface FailureView {
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string>>;
  readonly detail?: string;
}

export const FAILURE_CODES = [
  // Asaas
  'asaas-key-empty',
  'asaas-key-format',
  'asaas-key-refused',
  'asaas-key-environment',
  'asaas-key-powerless',
  'asaas-forbidden',
  'asaas-rejected',
  'asaas-rate-limited',
  'asaas-quota',
  'asaas-unavailable',
  'asaas-network',
  'asaas-timeout',
  'asaas-rubbish',
  'asaas-not-found',
  // IXC
  'panel-address-invalid',
  'panel-not-ixc',
  'panel-unreachable',
  'panel-http-public',
  /** A private address without https: added only once the operator was warned (`httpConfirmed`). */
  'panel-http-plain',
  'panel-unknown',
  'permission-missing',
  'ixc-token-missing',
  'ixc-token-format',
  /** The token would travel in clear: sent only with `overPlainHttp`. */
  'ixc-token-plain-http',
  'ixc-token-refused',
  'ixc-ip-not-allowed',
  'ixc-no-permission',
  'ixc-error',
  'ixc-html',
  'ixc-rubbish',
  'ixc-network',
  'ixc-timeout',
  'ixc-invoice-not-found',
  'ixc-suspicious-empty',
  'ixc-certificate',
  'ixc-captive-portal',
  'ixc-no-tab',
  'ixc-logged-out',
  'ixc-session-unusable',
  'ixc-unsupported',
  'ixc-by-hand',
  'typed-expired',
  /** What was typed for one sending is gone after ten minutes. */
  'override-expired',
  'override-not-allowed',
  /** Asaas said that it took the payer's data, and shows others. */
  'payer-not-taken',
  /** Of an update of the payer's record, which no charge waits for: what was typed for its sending is gone. */
  'payer-typed-over',
  /** What a person chose between is something else by now. */
  'payer-changed',
  /** Nobody knows whether Asaas took a change of the record or of its notices. */
  'payer-unsure',
  'panel-no-tab',
  'panel-environments-mixed',
  'route-repeated',
  // Ours
  'network-offline',
  'locked',
  'passphrase-wrong',
  'passphrase-short',
  'no-account',
  'account-busy',
  'account-waits',
  'panel-busy',
  'provider-key-invalid',
  'provider-key-fixed',
  'provider-key-other',
  'provider-key-of-other-panel',
  /** Params: `alias`, `differing`, `compared`. */
  'alias-other-customers',
  'changed-since-confirmation',
  'changed-while-unknown',
  'repeat-refused',
  'charge-moved',
  /** Nothing was asked for: the charge no longer names the invoice of the job. */
  'charge-reassigned',
  'plan-outdated',
  'check-in-asaas',
  /** Of a linking: the invoice has a charge of its own by now. */
  'adoption-charged',
  /** Of a linking: the charge carries the reference, and nobody asked for it here. */
  'linked-already',
  /** Of a linking: another charge of the same person, value and date is there. */
  'adoption-ambiguous',
  /** Of an undoing: refused, since a link that is given up now would hide a payment or a change. */
  'unlink-paid',
  'unlink-changed',
  'unlink-other-charge',
  /** Of an undoing: the reference is gone, and the charge was paid in that moment. */
  'unlinked-paid',
  /** Asaas took the change and shows the reference still. */
  'reference-kept',
  /** Another job on the invoice is not over. */
  'invoice-busy',
  /** Of a comparison: what was confirmed before is not over. */
  'adoption-under-way',
  /** The payer was removed, or is another provider's customer: nothing of it is changed. */
  'payer-not-ours',
  /** Asaas said that it was done, more than once, and shows something else. */
  'notices-not-taken',
  /** Nobody has chosen yet who tells payers. */
  'notices-unchosen',
  /** Who tells payers, or what they are told, was changed since what was confirmed. */
  'notices-outdated',
  /** Something else was asked for since of what this payer is told. */
  'notices-newer',
  /** Another change of the same payer's notices is not over; this one was not taken. */
  'notices-under-way',
  /** IXC was asked to send a message, and nobody knows whether it did. */
  'check-in-ixc',
  /** Params: `name`, what stands in its braces. */
  'message-template',
  'verification-given-up',
  /** What was to be done after the counter's work no longer applies: nothing was done. */
  'overtaken',
  /** Tried again by a person, and the reasons still hold. */
  'still-blocked',
  'cancel-too-late',
  /** Of an act: its own refusal says why nothing was asked of Asaas. Params: `refusal`, its code, and its own. */
  'act-refused',
  /** The window was open for too long, or was confirmed already. */
  'act-expired',
  'act-under-way',
  'refund-called-off',
  'refund-link-lost',
  /** Payable again, and cancelled again since: by a request that came late, or by somebody else. */
  'stands-no-more',
  /** Called off too late: the customer has opened or paid the charge. Params: `charge`. */
  'cancel-kept',
  'settle-too-early',
  'storage-full',
  'storage-failed',
  'ledger-newer',
  'ledger-upgrade-failed',
  /** It goes on by itself, as soon as whoever holds the ledger lets it go. */
  'ledger-waits',
  /** The profile was restored or copied: what was waiting in it is not carried on by itself. */
  'profile-restored',
  'import-unreadable',
  'import-newer',
  'subject-busy',
  'wipe-busy',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];
