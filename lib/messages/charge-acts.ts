import {
  type ActRefusal,
  CHARGE_ACTS,
  type ChargeActKind,
  type SeenCharge,
} from '../billing/acts/charge-act.ts';
import type { RefundSums } from '../billing/acts/refunded.ts';
import { civilDate, type CivilDate } from '../billing/calendar.ts';
import type { Environment } from '../billing/charge.ts';
import { cents, type Cents } from '../billing/money.ts';
import type { Result } from '../billing/result.ts';
import type { BlockReason } from '../billing/send-plan.types.ts';
import type { StatusGroup } from '../billing/status.ts';
import { z } from '../schema.ts';
import type { FailureView } from './failure.ts';
import type { JobView } from './job-view.ts';
import type { PanelUser } from './panel.ts';

export { CHARGE_ACTS, type ChargeActKind } from '../billing/acts/charge-act.ts';

const chargeId = z.string().regex(/^pay_[A-Za-z0-9]{1,40}$/);
const jobId = z.string().regex(/^[0-9a-f]{32}$/);

export const chargeActRequests = {
  /** Opens the window that shows amount, client and effect, and in which it is confirmed. Changes nothing. */
  act: z.strictObject({ verb: z.literal('act'), kind: z.enum(CHARGE_ACTS), chargeId }),
  /** Calls an act off that has asked nothing of Asaas yet. */
  'cancel-act': z.strictObject({ verb: z.literal('cancel-act'), jobId }),
  /** A person looked at Asaas: a request without an answer did nothing. */
  'settle-act': z.strictObject({ verb: z.literal('settle-act'), jobId }),
} as const;

/** One act as a menu offers it. */
export interface OfferedAct {
  readonly kind: ChargeActKind;
  /** Null: it may be asked for. */
  readonly refusal: ActRefusal | null;
}

/** What the drawer offers for the charge on screen. */
export interface ChargeActs {
  readonly chargeId: string;
  readonly offered: readonly OfferedAct[];
  /** The newest act on the charge, while it is worth telling. */
  readonly job: JobView | null;
  /** Null: none, or not read yet. */
  readonly refunds: RefundSums | null;
  /** What became of a person's word that the act of this job was not done; `at` in ms since the epoch. */
  readonly settled?:
    | {
        readonly jobId: string;
        readonly at: number;
        /** Why it was not believed. */
        readonly failure: FailureView | null;
      }
    | undefined;
}

const pendingId = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const amount = z
  .number()
  .int()
  .positive()
  .max(100_000_000)
  .transform((value) => cents(value));

const date = z.string().transform((text, context): CivilDate => {
  const read = civilDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

const seen: z.ZodType<SeenCharge> = z.strictObject({
  status: z.string().max(60),
  value: z.number().int().transform(cents),
  dueDate: date,
  refunded: z.number().int().min(0).transform(cents),
});

/** What the window of an act asks: a top-level page of the extension's own. */
export const actPageRequests = {
  /** Reads everything that the window shows, now. Changes nothing. */
  'act/read': z.strictObject({ verb: z.literal('act/read'), id: pendingId }),
  /** Writes the job. `seen` is the charge that the window showed; of another one nothing is done. */
  'act/confirm': z.strictObject({
    verb: z.literal('act/confirm'),
    id: pendingId,
    seen,
    reason: z.string().trim().max(200),
    /** Of a refund, in cents. */
    value: amount.nullable(),
    /** Whoever gives money back was shown that the payer is not IXC's customer, and says that it is meant. */
    otherPayer: z.literal(true).optional(),
  }),
} as const;

/** The document masked; empty: none. */
export interface ShownPerson {
  readonly name: string;
  readonly document: string;
}

/** An act as its window shows it, everything read just now. */
export interface ActReading {
  readonly kind: ChargeActKind;
  readonly invoiceId: string;
  readonly account: { readonly name: string; readonly environment: Environment };
  /** Whom Asaas charges. */
  readonly payer: ShownPerson;
  /** Whose invoice it is in IXC; null: nobody could be asked. */
  readonly customer: ShownPerson | null;
  /** The two are not the same person, as far as anybody can tell. */
  readonly isOtherPayer: boolean;
  /** That has to be said in so many words, since money goes back to the payer. */
  readonly asksOtherPayer: boolean;
  readonly charge: {
    readonly id: string;
    readonly group: StatusGroup;
    readonly billingType: string;
    readonly value: Cents;
    readonly dueDate: CivilDate;
    /** ms since the epoch. */
    readonly seenAt: number;
  };
  readonly seen: SeenCharge;
  readonly refusal: ActRefusal | null;
  readonly reasons: readonly BlockReason[];
  /** Of a refund: what may still go back, in cents. */
  readonly left: Cents | null;
  readonly refunds: RefundSums;
  readonly balance: Cents | null;
  /** Of a receipt at the counter: closed, or lowered to this many cents. */
  readonly receipt:
    { readonly kind: 'close' } | { readonly kind: 'lower'; readonly to: Cents } | null;
  readonly needsReason: boolean;
  /** In whose session of the panel it was asked for; null: the page did not say. */
  readonly operator?: PanelUser | null;
}

export interface ActReplies {
  'act/read': Result<ActReading, FailureView>;
  'act/confirm': Result<null, FailureView>;
}
