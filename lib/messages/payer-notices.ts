import {
  NOTICE_CHANNELS,
  NOTICE_SLOTS,
  type Channels,
  type NoticeSlot,
} from '../billing/notices/notice.ts';
import type { ChargeCost, NoticeFees } from '../billing/notices/notice-cost.ts';
import type { IxcTells } from '../billing/notices/told-twice.ts';
import type { Result } from '../billing/result.ts';
import { z } from '../schema.ts';
import { payerNoticeSettings } from '../settings/fields.ts';
import type { FailureView } from './failure.ts';
import type { JobView } from './job-view.ts';

const jobId = z.string().regex(/^[0-9a-f]{32}$/);
const accountId = z.string().max(80);

export const payerNoticesRequests = {
  /** Reads what Asaas will tell this payer by itself, or puts it away. Changes nothing. */
  notices: z.strictObject({ verb: z.literal('notices'), open: z.boolean() }),
  /** One event by one channel, for this payer alone. */
  'notices-switch': z.strictObject({
    verb: z.literal('notices-switch'),
    slot: z.enum(NOTICE_SLOTS),
    channel: z.enum(NOTICE_CHANNELS),
    on: z.boolean(),
  }),
  /** Whether Asaas tells this payer anything at all. */
  // Switched on, it gets the account's scheme: what Asaas has for it may be anything.
  'notices-silence': z.strictObject({ verb: z.literal('notices-silence'), silenced: z.boolean() }),
  'cancel-notices': z.strictObject({ verb: z.literal('cancel-notices'), jobId }),
} as const;

/** One event, as the payer is told of it; of a silenced one, as it would be once it is switched on. */
export interface NoticeRowView {
  readonly id: string;
  /** Null: an event that is not known here; it is shown by Asaas's own word, and not changed. */
  readonly slot: NoticeSlot | null;
  readonly event: string;
  /** Days before the due date, or between repetitions. */
  readonly scheduleOffset: number;
  readonly channels: Channels;
}

/** What Asaas tells the payer of the charge on screen by itself. */
export interface PayerNotices {
  readonly chargeId: string;
  readonly open: boolean;
  readonly payer: {
    readonly id: string;
    readonly silenced: boolean;
    readonly hasEmail: boolean;
    readonly hasPhone: boolean;
    readonly rows: readonly NoticeRowView[];
    /** False: another customer's payer, or removed; nothing of it is changed from here. */
    readonly changeable: boolean;
  } | null;
  readonly failure: FailureView | null;
  /** As the account's fee table says; all null where the key may not read it. */
  readonly fees: NoticeFees;
  readonly cost: ChargeCost;
  /** What of IXC tells the customer beside Asaas; empty while Asaas tells nothing, or IXC was not read. */
  readonly twice: readonly IxcTells[];
  /** The last change that was asked for. */
  readonly job: JobView | null;
}

export const noticesPageRequests = {
  'payer-notices/save': z.strictObject({
    verb: z.literal('payer-notices/save'),
    payerNotices: payerNoticeSettings,
  }),
  /** The prices of one account. Changes nothing. */
  'payer-notices/fees': z.strictObject({ verb: z.literal('payer-notices/fees'), accountId }),
  /** Lists and reads all our payers of the account. Changes nothing at Asaas. */
  'payer-notices/survey': z.strictObject({
    verb: z.literal('payer-notices/survey'),
    accountId,
    origin: z.string().max(300),
  }),
  /** A person saw what would change, and typed how many payers that are. */
  'payer-notices/confirm': z.strictObject({
    verb: z.literal('payer-notices/confirm'),
    jobId,
    payers: z.number().int().positive(),
  }),
  'payer-notices/hold': z.strictObject({
    verb: z.literal('payer-notices/hold'),
    jobId,
    held: z.boolean(),
  }),
  /** The payers that a standardisation failed at, once more. */
  'payer-notices/retry': z.strictObject({ verb: z.literal('payer-notices/retry'), jobId }),
} as const;

export interface NoticesReplies {
  'payer-notices/save': Result<null, FailureView>;
  'payer-notices/fees': Result<NoticeFees, FailureView>;
  'payer-notices/survey': Result<null, FailureView>;
  'payer-notices/confirm': Result<null, FailureView>;
  'payer-notices/hold': Result<null, FailureView>;
  'payer-notices/retry': Result<null, FailureView>;
}
