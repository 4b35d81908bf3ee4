import { civilDate, type CivilDate } from '../billing/calendar.ts';
import type { AgreedDate } from '../billing/edit/agreed-date.ts';
import {
  EDIT_FORMS,
  EDIT_METHODS,
  type ChargeTerms,
  type EditAsked,
  type EditFormKind,
  type EditPlan,
  type EditRefusal,
} from '../billing/edit/charge-edit.ts';
import type { Cents } from '../billing/money.ts';
import { z } from '../schema.ts';
import type { FailureView } from './failure.ts';
import type { JobView } from './job-view.ts';

const day = z.string().transform((text, context): CivilDate => {
  const read = civilDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

const discount = z.strictObject({
  kind: z.enum(['percent', 'fixed']),
  amount: z.number().min(0).max(100_000_000),
  daysBefore: z.number().int().min(0).max(365),
});

/** Whatever the law or Asaas refuses is refused by the plan, in words. */
export const editAsked = z.strictObject({
  dueDate: day.optional(),
  accrued: z.enum(['charge-until-today', 'waive']).optional(),
  billingType: z.enum(EDIT_METHODS).optional(),
  description: z.string().max(500).optional(),
  finePercent: z.number().min(0).max(1000).optional(),
  interestPercentMonth: z.number().min(0).max(1000).optional(),
  discount: z.union([discount, z.literal('none')]).optional(),
  reason: z.string().max(200),
}) satisfies z.ZodType<EditAsked>;

export const chargeEditRequests = {
  /** Reads the charge with its terms and shows a form, or puts it away. Changes nothing. */
  edit: z.strictObject({ verb: z.literal('edit'), form: z.enum(EDIT_FORMS).nullable() }),
  /** What the form says would do. Changes nothing. */
  'edit-preview': z.strictObject({ verb: z.literal('edit-preview'), asked: editAsked }),
  /** Writes the job of the preview on screen, and of no other. */
  'edit-confirm': z.strictObject({
    verb: z.literal('edit-confirm'),
    editId: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  /** Calls a change off that has asked nothing of Asaas yet. */
  'cancel-edit': z.strictObject({
    verb: z.literal('cancel-edit'),
    jobId: z.string().regex(/^[0-9a-f]{32}$/),
  }),
} as const;

/** What a form says, as the worker understood it, and what that would do. */
export interface EditPreview {
  readonly asked: EditAsked;
  readonly plan: EditPlan;
  /** Names the plan in a confirmation; null: there is nothing to confirm. */
  readonly editId: string | null;
}

export interface EditForm {
  readonly kind: EditFormKind;
  /** Another opening is another form. */
  readonly id: number;
  /** The charge as Asaas has it now; null while it is read, or where it could not be. */
  readonly now: {
    readonly value: Cents;
    readonly dueDate: CivilDate;
    readonly billingType: string;
    /** Without the attempt code. */
    readonly description: string;
    readonly terms: ChargeTerms;
  } | null;
  readonly open: Cents;
  /** The default of the settings; null: it is asked. */
  readonly accrued: EditAsked['accrued'] | null;
  readonly preview: EditPreview | null;
  readonly failure: FailureView | null;
}

/** A change of the charge that is there, as it was asked for and as it would be. */
export interface ChargeEdit {
  readonly chargeId: string;
  /** Null: it may be changed. */
  readonly refusal: EditRefusal | null;
  readonly form: EditForm | null;
  /** The newest change of the charge, while it is worth telling. */
  readonly job: JobView | null;
  /** The last change gave it a date or codes that earlier messages do not have. */
  readonly replacesEarlier: boolean;
  /**
   * IXC still has another date than the one that was agreed; null once both are the same. `agreed` is null
   * where another browser or Asaas's own panel gave the charge its date: then either may be meant.
   */
  readonly ixcStill: {
    readonly invoiceDueDate: CivilDate;
    readonly dueDate: CivilDate;
    readonly agreed: AgreedDate | null;
  } | null;
}
