import { MOST_REPLACED } from '../billing/plan/predecessors.ts';
import { MOST_ALIKE } from '../billing/adoptable.ts';
import { civilDate, type CivilDate } from '../billing/calendar.ts';
import type { BillingType, PixCode } from '../billing/charge.ts';
import type { Cents } from '../billing/money.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type { AccruedChoice, BlockReason, SendPlan } from '../billing/send-plan.types.ts';
import type { StatusGroup } from '../billing/status.ts';
import type { FailureView } from './failure.ts';
import type { JobView } from './job-view.ts';
import type { PanelUser } from './panel.ts';
import { chargeActRequests } from './charge-acts.ts';
import { chargeDetailsRequests } from './charge-details.ts';
import { chargeEditRequests } from './charge-edit.ts';
import type { DeskSnapshot } from './drawer-desk.ts';
import { payerDataRequests, payerOverrideChoice } from './payer-data.ts';
import { payerMessageRequests } from './payer-message.ts';
import { payerNoticesRequests } from './payer-notices.ts';
import { z } from '../schema.ts';

/** Drawer channel: the drawer's frame ↔ worker, over a port named `drawer`. */
export const DRAWER_PORT = 'drawer';

const dueDate = z.string().transform((text, context): CivilDate => {
  const date = civilDate(text);
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

const chargeId = z.string().regex(/^pay_[A-Za-z0-9]{1,40}$/);

export const sendChoices = z.strictObject({
  billingType: z.enum(['UNDEFINED', 'BOLETO', 'PIX']).optional(),
  dueDate: dueDate.optional(),
  accrued: z.enum(['charge-until-today', 'waive']).optional(),
  waiveReason: z.string().max(200).optional(),
  payerId: z
    .string()
    .regex(/^cus_[A-Za-z0-9]{1,40}$/)
    .optional(),
  newAfterRefund: z.boolean().optional(),
  createAnotherThan: z.array(chargeId).max(MOST_ALIKE).optional(),
  adoptChargeId: chargeId.optional(),
  replacePredecessors: z.array(chargeId).max(MOST_REPLACED).optional(),
  overrideReason: z.string().max(200).optional(),
  giveDiscount: z.boolean().optional(),
  payerOverride: payerOverrideChoice.optional(),
});
/** What the operator reads off IXC's screen where nothing else can read it. Amounts in cents. */
export const typedInvoice = z.strictObject({
  open: z.number().int().positive().max(100_000_000),
  dueDate,
  customerId: z.string().regex(/^[1-9]\d{0,14}$/),
  name: z.string().trim().min(2).max(200),
  /** CPF or CNPJ, in any notation. */
  document: z.string().trim().min(11).max(30),
  email: z.string().trim().max(200).nullable(),
  mobilePhone: z.string().trim().max(30).nullable(),
});
export type TypedInvoice = z.infer<typeof typedInvoice>;

export type SendChoicesInput = z.infer<typeof sendChoices>;

/** How an invoice may be read when the panel's own choice of sources does not read it. */
export const INSTEAD_SOURCES = ['session', 'hand'] as const satisfies readonly ReadingSource[];
export type InsteadSource = (typeof INSTEAD_SOURCES)[number];

const drawerRequests = {
  /** First message: the token that the content script handed over. Valid once. */
  redeem: z.strictObject({ verb: z.literal('redeem'), token: z.string().length(43) }),
  /** First message after the worker died: the session given by `welcome`. */
  resume: z.strictObject({ verb: z.literal('resume'), session: z.string().length(43) }),
  /** Plan again with other choices. Changes nothing. */
  preview: z.strictObject({ verb: z.literal('preview'), choices: sendChoices }),
  /** Writes the job. `planId` names the plan the operator saw; another one is refused. */
  confirm: z.strictObject({
    verb: z.literal('confirm'),
    planId: z.string().max(80),
    choices: sendChoices,
  }),
  /** The invoice by hand; plans again with it. Kept in the vault, for ten minutes after the confirmation. */
  type: z.strictObject({ verb: z.literal('type'), typed: typedInvoice }),
  /** Reads this invoice so, as long as the drawer is open. Only what `DrawerInstead` offers. */
  'read-by': z.strictObject({ verb: z.literal('read-by'), source: z.enum(INSTEAD_SOURCES) }),
  /** Cancels a job that has not sent anything yet. */
  'cancel-job': z.strictObject({ verb: z.literal('cancel-job'), jobId: z.string().max(60) }),
  /** A person looked at Asaas and found no charge of a request without an answer. */
  'settle-unknown': z.strictObject({
    verb: z.literal('settle-unknown'),
    jobId: z.string().max(60),
  }),
  /** A person looked at Asaas: a charge that its reading no longer finds is not there. */
  'settle-missing': z.strictObject({ verb: z.literal('settle-missing'), chargeId }),
  /** Reads the charge again now. */
  refresh: z.strictObject({ verb: z.literal('refresh') }),
  /** Opens the options page (to unlock, grant a permission, finish the setup). */
  'open-options': z.strictObject({ verb: z.literal('open-options') }),
} as const;
export const drawerRequest = z.discriminatedUnion('verb', [
  drawerRequests.redeem,
  drawerRequests.resume,
  drawerRequests.preview,
  drawerRequests.confirm,
  drawerRequests.type,
  drawerRequests['read-by'],
  drawerRequests['cancel-job'],
  drawerRequests['settle-unknown'],
  drawerRequests['settle-missing'],
  drawerRequests.refresh,
  drawerRequests['open-options'],
  ...Object.values(chargeActRequests),
  ...Object.values(chargeDetailsRequests),
  ...Object.values(chargeEditRequests),
  ...Object.values(payerDataRequests),
  ...Object.values(payerMessageRequests),
  ...Object.values(payerNoticesRequests),
]);
export type DrawerRequest = z.infer<typeof drawerRequest>;

/** Why nobody is asked to pay a charge that Asaas would still let them pay. */
export type WithheldCharge = 'closed-in-ixc' | 'several' | 'unproven';

export interface DrawerCharge {
  readonly id: string;
  readonly group: StatusGroup;
  /** What Asaas said, word for word; empty of one that is `unproven`. */
  readonly status: string;
  readonly billingType: string;
  readonly value: Cents;
  readonly netValue: Cents | null;
  readonly dueDate: CivilDate;
  readonly paymentDate: CivilDate | null;
  readonly creditDate: CivilDate | null;
  readonly invoiceUrl: string | null;
  readonly bankSlipUrl: string | null;
  /** When Asaas last said so, ms since the epoch. */
  readonly seenAt: number;
  /** Codes are fetched when first shown; null = being fetched or not available for this charge. */
  readonly pix: PixCode | null;
  readonly linhaDigitavel: string | null;
  /** The boleto can be paid no more although the charge is open: it has no linha digitável. */
  readonly registrationLapsed?: boolean;
  readonly codesFailure: FailureView | null;
  /** Found under another key of the panel, and not known to be of this customer. */
  readonly unproven?: true;
  /** Why nothing of a charge that can be paid is handed out. */
  readonly withheld?: WithheldCharge;
}

/** What the drawer tells of a predecessor or a registration that a person may act on. */
export interface DrawerRights {
  /** The finance role may send in spite of a registration elsewhere. */
  readonly mayOverride: boolean;
}

/** One Asaas customer to choose from. */
export interface DrawerPayer {
  readonly id: string;
  readonly name: string;
  /** Masked. */
  readonly document: string;
  /** It carries this customer's reference of ours. */
  readonly ours: boolean;
  readonly email: string | null;
  /** The mobile one where there are two. */
  readonly phone: string | null;
  /** Asaas's `externalReference`, word for word. */
  readonly reference: string | null;
}

/** A way that reads by itself, and why it did not read this invoice; null: it did. */
export interface TriedWay {
  readonly source: Exclude<ReadingSource, 'hand'>;
  readonly failure: FailureView | null;
}

/** What every way met with, once the panel's own choice of sources failed, and what the operator may choose. */
export interface DrawerInstead {
  readonly ways: readonly TriedWay[];
  /** For this invoice, in this drawer. Null: try again, or nothing helps. */
  readonly offer: InsteadSource | null;
  /** What an earlier reading said that forbids to type it. */
  readonly known: readonly BlockReason[];
}

export interface DrawerSnapshot {
  readonly invoice: {
    readonly id: string;
    readonly dueDate: CivilDate | null;
    readonly value: Cents;
    readonly open: Cents;
    readonly carteira: string;
    readonly readAt: number;
  } | null;
  readonly customer: {
    readonly name: string;
    /** Masked: `***.456.789-**`. */
    readonly document: string;
    readonly email: string | null;
    readonly phone: string | null;
    /** IXC's number of the customer. */
    readonly id: string;
  } | null;
  readonly account: {
    readonly name: string;
    readonly environment: 'production' | 'sandbox';
  } | null;
  /** How the invoice was read; null before the first reading. `hand` without an invoice asks for one. */
  readonly source: ReadingSource | null;
  readonly rights: DrawerRights;
  readonly plan: SendPlan | null;
  readonly planId: string | null;
  /** To choose from while the plan is blocked by a question about the payer. */
  readonly payers: readonly DrawerPayer[];
  /** Who will tell the payer, and the fee of a charge in cents where the key may read the fee table. */
  readonly notifier: 'ixc' | 'asaas' | 'none' | null;
  readonly fee: Cents | null;
  readonly defaults: {
    readonly billingType: BillingType;
    readonly accrued: 'ask' | AccruedChoice;
    readonly today: CivilDate;
  };
  readonly job: JobView | null;
  readonly charge: DrawerCharge | null;
  readonly desk: DeskSnapshot;
  /** Who works in the panel around the drawer, as its page says; null: it does not. */
  readonly operator?: PanelUser | null;
  /** Why the drawer cannot show or do more. */
  /** How far this computer's clock is off Asaas's, ms: to be added to its own. */
  readonly clockOffset: number;
  readonly failure: FailureView | null;
  /** What else may read the invoice that `failure` is about; null where that is no question. */
  readonly instead: DrawerInstead | 'looking' | null;
  readonly busy: boolean;
}

export type DrawerPush =
  | { readonly type: 'welcome'; readonly session: string; readonly invoiceId: string }
  | { readonly type: 'snapshot'; readonly snapshot: DrawerSnapshot }
  /** The frame is not one the worker opened: render nothing. */
  | { readonly type: 'refused' };
