import type { MessageChannel, MessageKind, MessageState } from '../billing/message/kinds.ts';
import type { JobBase } from './job-rows.ts';

/** One message of an operator's own to a payer: that it was, and never what it said or to whom it went. */
export interface MessageRow {
  readonly id: string;
  /** ms since the epoch, on Asaas's clock. */
  readonly at: number;
  /** When its state last changed. */
  readonly settledAt: number;
  readonly state: MessageState;
  readonly channel: MessageChannel;
  readonly template: MessageKind;
  /** Characters. */
  readonly length: number;
  /** The installation in which it was written. */
  readonly seat: string;
  readonly origin: string;
  readonly providerKey: string;
  readonly accountId: string;
  /** One, or all that a message about several is of. */
  readonly chargeIds: readonly string[];
  readonly invoiceIds: readonly string[];
  readonly customerId: string | null;
}

/** IXC's own free message, asked for at most once. What it says is in no table: it goes with the worker. */
export interface MessageJobRow extends JobBase {
  readonly kind: 'message';
  readonly channel: MessageChannel;
  /** The `MessageRow` that tells of it. */
  readonly messageId: string;
}
