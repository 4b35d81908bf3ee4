import type { InvoiceSeed } from '../data/invoice-record.ts';
import type { Row } from '../data/row.ts';
import type { SessionReading } from '../options.ts';
import type { PanelOptions } from '../panel/panel-options.ts';
import type { FaultRule } from '../traffic/fault.ts';
import type { LoggedRequest, RequestFilter } from '../traffic/request-log.ts';

/** A new invoice; what is left out is taken from the customer. Value in cents. */
export type NewInvoice = Pick<InvoiceSeed, 'customerId' | 'cents' | 'dueDate'> &
  Partial<Pick<InvoiceSeed, 'id' | 'carteiraId' | 'filialId'>>;

/**
 * What a test may do to the emulated IXC behind the extension's back. Money in cents, instants in ms.
 * Every argument and result survives JSON, so that the same commands work from another process
 * (`connectControl`). Records are copies; an unknown id is an error.
 */
export interface IxcControl {
  // Time
  now(): number;
  advance(ms: number): Promise<void>;
  setTime(time: number | string): Promise<void>;

  // Faults and traffic
  /** Returns the rule's id. */
  addFault(rule: FaultRule): string;
  removeFault(id: string): void;
  clearFaults(): void;
  /** Requests in order of arrival. */
  requests(filter?: RequestFilter): readonly LoggedRequest[];
  /**
   * Every request that was not a read, whether it was carried out or not: inserts (also those that a
   * missing header made of a list), updates, deletes, and actions, get_boleto and get_pix included.
   */
  writes(): readonly LoggedRequest[];
  clearRequests(): void;

  // Records, with all their columns
  record(table: string, id: string): Row;
  invoice(id: string): Row;
  customer(id: string): Row;
  /** Records in the table. */
  count(table: string): number;

  // What the provider's people do
  editRecord(table: string, id: string, changes: Row): Row;
  editInvoice(id: string, changes: Row): Row;
  editCustomer(id: string, changes: Row): Row;
  /** Money at the counter; default: all that is open. */
  receive(id: string, cents?: number): Row;
  cancel(id: string): Row;
  /** Closes the invoices and makes one for their sum, due on that civil date; returns the new one. */
  renegotiate(ids: readonly string[], dueDate: string): Row;
  addInvoice(invoice: NewInvoice): Row;
  /** Closes the books up to a civil date: later receipts dated so have no effect. `''` opens them again. */
  closePeriod(until: string): void;

  // Access
  /** Another webservice token: the old one is refused. */
  setToken(token: string): void;
  /** Ends every session of the panel; the next visitor sees the login. */
  logOut(): void;
  /** Lets visitors of the panel in again without a login. */
  logInByItself(): void;
  /** From now on the operator's session reads like this. */
  setSession(reading: Partial<SessionReading>): void;
  /** Pages of the panel that are opened from now on look like this; what is left out stays. */
  setPanel(changes: Omit<PanelOptions, 'autoLogin'>): void;

  /** Back to the beginning: records, token, panel, log, faults. The clock goes on. */
  reset(): void;
}
