import type { ActRefusal, ChargeAct, SeenCharge } from '../billing/acts/charge-act.ts';
import type { CivilDate } from '../billing/calendar.ts';
import type { EditAsked, PlannedEdit } from '../billing/edit/charge-edit.ts';
import type { Cents } from '../billing/money.ts';
import type { PayerField } from '../billing/payer/payer-field.ts';
import type { SeenMarks } from '../billing/payer/seen-marks.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type { JobBase } from './job-rows.ts';

/** One thing that a person asked to be done with a charge that is there, confirmed in a window of its own. */
export interface ActJobRow extends JobBase {
  readonly kind: 'act';
  readonly targetId: string;
  readonly act: ChargeAct;
  /** In the operator's words, at most 200 characters; null where none is asked for. */
  readonly reason: string | null;
  readonly seen: SeenCharge;
  /** A person was shown that the payer is not IXC's customer, and said that the money goes back all the same. */
  readonly otherPayer?: true;
  /** Why nothing was asked of Asaas, or why it refused. */
  readonly refusal: ActRefusal | null;
  /** Where the payer of a boleto asks for the money: Asaas's own page. */
  readonly link: string | null;
  /** Asaas's own word about the refund that was asked for; null before it is listed. */
  readonly refundStatus: string | null;
}

/**
 * Gives a charge that is there our reference, as a comparison of lists found it (`link`), or takes it away
 * again (`unlink`). The invoice and the charge must still be what the list showed.
 */
export interface AdoptJobRow extends JobBase {
  readonly kind: 'adopt';
  readonly step: 'link' | 'unlink';
  readonly targetId: string;
  /** Of the charge as it was listed. */
  readonly payerId: string;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  /** The confirmation that it was asked for with. */
  readonly batch: string;
  /** Of an undoing: when it was linked, ms since the epoch. */
  readonly linkedAt: number | null;
}

/** Bring one payer of Asaas to what IXC has: what is blank is filled, what a person chose becomes IXC's. */
export interface PayerJobRow extends JobBase {
  readonly kind: 'payer';
  readonly payerId: string;
  /** IXC's customer, whose record is read anew: no value of it is kept here. */
  readonly customerId: string;
  /** The fields that are to be IXC's although Asaas has something else. */
  readonly fields: readonly PayerField[];
  /** What both had in those fields when a person chose. */
  readonly seen: SeenMarks;
  /** Names what was typed for this one sending instead of IXC's; null: nothing was. */
  readonly override: string | null;
  /** The creation that it goes with: nothing is written unless that one has its charge. */
  readonly beside?: string;
}

/** Another due date, method, description or terms for a charge that is there, as a person confirmed it. */
export interface EditJobRow extends JobBase {
  readonly kind: 'edit';
  readonly targetId: string;
  readonly confirmation: string;
  readonly asked: EditAsked;
  /** What the confirmation showed: an outcome nobody heard of is told by it. */
  readonly edit: PlannedEdit;
  /** What IXC had when it was confirmed; a due date was agreed against this one. */
  readonly invoiceDueDate: CivilDate;
  /** How what was confirmed had been read. */
  readonly source?: ReadingSource;
}
