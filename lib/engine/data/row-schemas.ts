import { REGISTRATION_FIELDS } from '../../billing/invoice.ts';
import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '../../billing/message/kinds.ts';
import type { AuditEntry, Json } from '../../ledger/audit-entry.ts';
import type { MessageRow } from '../../ledger/message-rows.ts';
import {
  ALERT_KINDS,
  type AlertRow,
  type ChargeRow,
  type InvoiceRow,
  type MetaRow,
  type ReceiptRow,
} from '../../ledger/rows.ts';
import { z } from '../../schema.ts';
import { job } from './job-schemas.ts';
import { cents, day, key, orNull, text, texts, time } from './row-values.ts';

const charge: z.ZodType<ChargeRow> = z.object({
  id: text.min(1),
  accountId: text.min(1),
  payerId: text,
  reference: orNull(text),
  status: text,
  deleted: z.boolean(),
  billingType: text,
  value: cents,
  netValue: orNull(cents),
  originalValue: orNull(cents),
  dueDate: day,
  originalDueDate: z.exactOptional(orNull(day)),
  byPix: z.exactOptional(z.literal(true)),
  createdOn: day,
  paymentDate: orNull(day),
  clientPaymentDate: orNull(day),
  creditDate: orNull(day),
  description: text,
  invoiceUrl: orNull(text),
  bankSlipUrl: orNull(text),
  invoiceNumber: orNull(text),
  viewed: z.boolean(),
  providerKey: key,
  invoiceId: text.min(1),
  seenAt: time,
});

const invoice: z.ZodType<InvoiceRow> = z.object({
  id: text.min(1),
  status: z.enum(['open', 'partial', 'received', 'cancelled', 'unknown']),
  released: z.boolean(),
  filialId: text,
  carteiraId: text,
  customerId: text,
  contractId: orNull(text),
  document: orNull(text),
  issuedOn: orNull(day),
  dueDate: orNull(day),
  value: cents,
  open: cents,
  received: cents,
  paidOn: z.exactOptional(orNull(day)),
  renegotiated: z.boolean(),
  bornFromRenegotiation: orNull(text),
  registeredElsewhere: z.array(z.enum(REGISTRATION_FIELDS)),
  hasBoletoNumber: z.boolean(),
  directDebit: z.boolean(),
  recurringCard: z.boolean(),
  inCollection: z.boolean(),
  protested: z.boolean(),
  contested: z.boolean(),
  updatedAt: orNull(text),
  conditionalDiscount: orNull(z.object({ value: cents, until: day })),
  origin: text.min(1),
  readAt: time,
});

const auditEntry: z.ZodType<AuditEntry> = z.strictObject({
  seq: z.number().int().min(1),
  at: time,
  installationId: text.min(1),
  operator: z.strictObject({ seat: text, user: z.exactOptional(text) }),
  action: text,
  ids: texts,
  detail: z.record(z.string(), z.json() as z.ZodType<Json>),
  prevHash: orNull(text),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const alert: z.ZodType<AlertRow> = z.object({
  id: text.min(1),
  kind: z.enum(ALERT_KINDS),
  accountId: text,
  providerKey: orNull(text),
  invoiceId: orNull(text),
  chargeIds: z.array(text),
  firstAt: time,
  lastAt: time,
  dismissedAt: orNull(time),
  detail: z.record(z.string(), z.union([text, z.number()])),
});

const receipt: z.ZodType<ReceiptRow> = z.object({
  id: text.min(1),
  accountId: text,
  payerId: text,
  billingType: text,
  status: text,
  value: cents,
  paidOn: day,
  seenAt: time,
});

const messageStates = z.enum(MESSAGE_STATES);

const message: z.ZodType<MessageRow> = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  at: time,
  settledAt: time,
  // Whatever was on its way was on its way elsewhere: here nobody can know what became of it.
  state: messageStates.transform((state) => (state === 'sending' ? 'unknown' : state)),
  channel: z.enum(MESSAGE_CHANNELS),
  template: z.enum(MESSAGE_KINDS),
  length: z.number().int().min(0),
  seat: text.min(1),
  origin: text,
  providerKey: key,
  accountId: text,
  chargeIds: z.array(text.min(1)).max(200),
  invoiceIds: z.array(text.min(1)).max(200),
  customerId: orNull(text),
});

/**
 * What of `meta` belongs to the business and not to this browser: under which keys a panel's invoices were
 * charged. Identity, clock and cursors stay where they are.
 */
const PORTABLE = /^provider-(key|aliases):/;

export function isPortable({ key: name }: Pick<MetaRow, 'key'>): boolean {
  return PORTABLE.test(name);
}

const meta: z.ZodType<MetaRow> = z.object({
  key: z.string().regex(PORTABLE),
  value: z.union([key, z.array(key).max(50)]),
});

/** The tables that an export holds, and what each of their rows must be. */
export const ROW_SCHEMAS = {
  meta,
  invoices: invoice,
  charges: charge,
  receipts: receipt,
  jobs: job,
  alerts: alert,
  messages: message,
  audit: auditEntry,
} as const;

export type ExportedTable = keyof typeof ROW_SCHEMAS;
export type ExportedRow<T extends ExportedTable> = z.infer<(typeof ROW_SCHEMAS)[T]>;
export const EXPORTED_TABLES = Object.keys(ROW_SCHEMAS) as readonly ExportedTable[];
