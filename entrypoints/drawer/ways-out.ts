import type { BlockCode } from '../../lib/billing/send-plan.types.ts';
import type { FailureCode } from '../../lib/messages/failure.ts';

/** Solved in the options; trying again would only fail again. */
const FAILURES_FOR_OPTIONS: readonly FailureCode[] = [
  'asaas-key-empty',
  'asaas-key-format',
  'asaas-key-refused',
  'asaas-key-environment',
  'asaas-key-powerless',
  'locked',
  'panel-unknown',
  'permission-missing',
  'ixc-token-missing',
  'ixc-token-format',
  'ixc-token-plain-http',
  'ixc-token-refused',
  'ixc-session-unusable',
  'ixc-unsupported',
  'no-account',
  'provider-key-invalid',
];

const REASONS_FOR_OPTIONS: readonly BlockCode[] = [
  'no-account',
  'carteira-not-marked',
  'provider-not-confirmed',
  'predecessors-unread',
  'billed-by-fatura',
];

/** The operator resolves these in the drawer itself. */
const REASONS_FOR_CHOICE: readonly BlockCode[] = [
  'payer-ambiguous',
  'payer-other-document',
  'payer-name-differs',
  'overdue-needs-choice',
  'waive-needs-finance',
  'refunded-needs-confirmation',
  'predecessor-replaceable',
];

export const isSolvedInOptions = (code: FailureCode): boolean =>
  FAILURES_FOR_OPTIONS.includes(code);

export const isReasonForOptions = (code: BlockCode): boolean => REASONS_FOR_OPTIONS.includes(code);

export const isReasonForChoice = (code: BlockCode): boolean => REASONS_FOR_CHOICE.includes(code);
