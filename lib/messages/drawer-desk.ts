import type { ChargeActs } from './charge-acts.ts';
import type { ChargeDetails } from './charge-details.ts';
import type { ChargeEdit } from './charge-edit.ts';
import type { PayerData } from './payer-data.ts';
import type { PayerMessage } from './payer-message.ts';
import type { PayerNotices } from './payer-notices.ts';

/**
 * What an attendant does with a charge beside sending it, each part read when it is first shown; null: not
 * asked for, or there is no charge that it could be about.
 */
export interface DeskSnapshot {
  /** Cancel, restore, receive at the counter, undo it, give money back: what may be done, or why not. */
  readonly acts: ChargeActs | null;
  /** Timeline, codes, views, fees, audit, the customer's other invoices. */
  readonly details: ChargeDetails | null;
  /** Another due date, value, method, description or terms for the charge that is there. */
  readonly edit: ChargeEdit | null;
  /** The operator's own message to the payer. */
  readonly message: PayerMessage | null;
  /** What Asaas tells the payer by itself, and what it costs. */
  readonly notices: PayerNotices | null;
  /** Where Asaas's payer and IXC's customer differ. */
  readonly payer: PayerData | null;
}

/** Of a drawer that was just opened. */
export const NO_DESK: DeskSnapshot = {
  acts: null,
  details: null,
  edit: null,
  message: null,
  notices: null,
  payer: null,
};
