import { READING_SOURCES } from '../../billing/reading-source.ts';
import {
  ACT_REFUSALS,
  type ActRefusal,
  type ChargeAct,
  CHARGE_ACTS,
} from '../../billing/acts/charge-act.ts';
import { MESSAGE_CHANNELS } from '../../billing/message/kinds.ts';
import { NOTICE_CHANNELS, NOTICE_SLOTS } from '../../billing/notices/notice.ts';
import { PAYER_FIELDS } from '../../billing/payer/payer-field.ts';
import type { BlockCode } from '../../billing/send-plan.types.ts';
import type { ActJobRow, AdoptJobRow, EditJobRow, PayerJobRow } from '../../ledger/desk-rows.ts';
import type { MessageJobRow } from '../../ledger/message-rows.ts';
import {
  NOTICE_PHASES,
  type NoticesJobRow,
  type NoticesRunJobRow,
} from '../../ledger/notice-rows.ts';
import {
  ATTEMPTED,
  type ChangeJobRow,
  type CounterJobRow,
  type CounterStep,
  type CreateJobRow,
  type DeleteJobRow,
  type JobRow,
} from '../../ledger/rows.ts';
import { editAsked } from '../../messages/charge-edit.ts';
import { sendChoices } from '../../messages/drawer.ts';
import { FAILURE_CODES } from '../../messages/failure.ts';
import { JOB_STATES } from '../../messages/job-view.ts';
import { z } from '../../schema.ts';
import { payerNoticeSettings } from '../../settings/fields.ts';
import { cents, day, environment, key, orNull, text, texts, time } from './row-values.ts';

/*
 * A job of a file is shown beside this installation's own, by the same code: whatever that code reads has
 * its form here, kind by kind. What only a job that runs would read is left out.
 */

const attempt = z.object({
  code: text,
  request: z.enum(ATTEMPTED),
  installationId: text.min(1),
  accountId: text,
  environment,
  at: time,
  outcome: z.enum(['open', 'done', 'refused', 'put-off', 'ambiguous']),
});

const reason = z.object({
  code: z.custom<BlockCode>((code) => typeof code === 'string' && /^[a-z-]{1,60}$/.test(code)),
  params: z.exactOptional(texts),
});

const failure = z.object({
  // A code that another release knew is no ground for refusing the whole file.
  code: z.enum(FAILURE_CODES).catch('internal'),
  params: z.exactOptional(texts),
  detail: z.exactOptional(text),
});

const base = {
  id: z.string().regex(/^[0-9a-f]{32}$/),
  state: z.enum(JOB_STATES),
  activeKey: z.exactOptional(text),
  accountId: text,
  environment,
  origin: text,
  providerKey: key,
  invoiceId: text.min(1),
  createdAt: time,
  revision: z.number().int(),
  nextAt: orNull(time),
  tries: z.number().int(),
  lease: orNull(z.object({ owner: text, until: time })),
  attempts: z.array(attempt).max(200),
  absentLocates: z.array(time).max(1000),
  reasons: z.array(reason).max(50),
  failure: orNull(failure),
  chargeId: orNull(text),
  verifications: z.number().int(),
  askedBy: z.exactOptional(text),
  imported: z.exactOptional(z.literal(true)),
};

const asked = {
  ...base,
  confirmation: text,
  choices: z.object(sendChoices.shape).catch({}),
  source: z.exactOptional(z.enum(READING_SOURCES)),
};

const replacing = z.object({
  id: text.min(1),
  invoiceId: orNull(text),
  value: cents,
  dueDate: day,
  jobId: text,
});

const create: z.ZodType<CreateJobRow> = z.object({
  ...asked,
  kind: z.literal('create'),
  // By a draft balances are compared and charges lowered: what a file says of one is never kept.
  draft: z.unknown().transform((): null => null),
  payerId: orNull(text),
  customerId: z.exactOptional(text),
  replaces: z.exactOptional(z.array(replacing).max(100)),
  predecessors: z.exactOptional(z.array(text).max(200)),
});

const change: z.ZodType<ChangeJobRow> = z.object({
  ...asked,
  kind: z.literal('change'),
  targetId: text.min(1),
});

const deletion: z.ZodType<DeleteJobRow> = z.object({
  ...base,
  kind: z.literal('delete'),
  targetId: text.min(1),
  payerId: z.exactOptional(orNull(text)),
  replacedBy: z.exactOptional(text),
});

const step: z.ZodType<CounterStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('close'), value: cents, paidOn: day }),
  z.object({ kind: z.literal('lower'), to: cents }),
  z.object({ kind: z.literal('cancel'), because: z.enum(['cancelled', 'renegotiated']) }),
]);

const counter: z.ZodType<CounterJobRow> = z.object({
  ...base,
  kind: z.literal('counter'),
  targetId: text.min(1),
  step,
  chargeValue: orNull(cents),
  asked: z.exactOptional(z.literal(true)),
});

const chargeAct: z.ZodType<ChargeAct> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(CHARGE_ACTS).exclude(['refund', 'receive-in-cash']) }),
  z.object({ kind: z.literal('refund'), value: cents }),
]);

const refusal: z.ZodType<ActRefusal> = z.object({
  code: z.enum(ACT_REFUSALS).catch('unknown-status'),
  params: z.exactOptional(texts),
});

const act: z.ZodType<ActJobRow> = z.object({
  ...base,
  kind: z.literal('act'),
  targetId: text.min(1),
  act: chargeAct,
  reason: orNull(z.string().max(200)),
  seen: z.object({ status: text, value: cents, dueDate: day, refunded: cents }),
  otherPayer: z.exactOptional(z.literal(true)),
  refusal: orNull(refusal),
  // It would be shown, and opened: no file hands out an address.
  link: z.unknown().transform((): null => null),
  refundStatus: orNull(text),
});

const percentChange = z.object({ from: orNull(z.number()), to: orNull(z.number()) });
const discount = z.object({
  kind: z.enum(['percent', 'fixed']),
  amount: z.number(),
  daysBefore: z.number().int(),
});

const edit: z.ZodType<EditJobRow> = z.object({
  ...base,
  kind: z.literal('edit'),
  targetId: text.min(1),
  confirmation: text,
  asked: z.object(editAsked.shape).catch({ reason: '' }),
  edit: z.object({
    value: orNull(z.object({ from: cents, to: cents })),
    dueDate: orNull(z.object({ from: day, to: day })),
    billingType: orNull(z.object({ from: text, to: text })),
    description: orNull(z.object({ from: text, to: text })),
    finePercent: orNull(percentChange),
    interestPercentMonth: orNull(z.object({ from: z.number(), to: z.number() })),
    discount: orNull(z.object({ from: orNull(discount), to: orNull(discount) })),
    containsAccrued: z.boolean(),
  }),
  invoiceDueDate: day,
  source: z.exactOptional(z.enum(READING_SOURCES)),
});

const message: z.ZodType<MessageJobRow> = z.object({
  ...base,
  kind: z.literal('message'),
  channel: z.enum(MESSAGE_CHANNELS),
  messageId: z.string().regex(/^[0-9a-f]{32}$/),
});

const adopt: z.ZodType<AdoptJobRow> = z.object({
  ...base,
  kind: z.literal('adopt'),
  step: z.enum(['link', 'unlink']),
  targetId: text.min(1),
  payerId: text,
  value: cents,
  dueDate: day,
  batch: text,
  linkedAt: orNull(time),
});

const channels = z.partialRecord(z.enum(NOTICE_CHANNELS), z.boolean());

const notices: z.ZodType<NoticesJobRow> = z.object({
  ...base,
  kind: z.literal('notices'),
  targetId: text.min(1),
  wish: z.object({
    silenced: orNull(z.boolean()),
    channels: z.partialRecord(z.enum(NOTICE_SLOTS), channels),
  }),
  because: z.enum(['asked', 'scheme']),
});

const noticesRun: z.ZodType<NoticesRunJobRow> = z.object({
  ...base,
  // Of no invoice, but of all payers of an account.
  invoiceId: z.literal(''),
  kind: z.literal('notices-run'),
  phase: z.enum(NOTICE_PHASES),
  notifier: z.enum(['ixc', 'asaas', 'none']),
  grid: payerNoticeSettings.shape.grid,
  offset: z.number().int().min(0),
  held: z.boolean(),
  confirmedAt: z.exactOptional(time),
});

const payer: z.ZodType<PayerJobRow> = z.object({
  ...base,
  kind: z.literal('payer'),
  payerId: text.min(1),
  customerId: text.min(1),
  fields: z.array(z.enum(PAYER_FIELDS)).max(PAYER_FIELDS.length),
  seen: z.partialRecord(z.enum(PAYER_FIELDS), text).catch({}),
  beside: z.exactOptional(text),
  // What was typed for one sending is not in the file.
  override: z.unknown().transform((): null => null),
});

/** A job of any kind, with no more than its own kind has. */
export const job: z.ZodType<JobRow> = z.union([
  create,
  change,
  deletion,
  counter,
  act,
  edit,
  message,
  adopt,
  notices,
  noticesRun,
  payer,
]);
