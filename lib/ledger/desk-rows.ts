import type { ActRefusal, ChargeAct, SeenCharge } from '../billing/acts/charge-act.ts';
import type { CivilDate } from '../billing/calendar.ts';
import type { EditAsked, PlannedEdit } from '../billing/edit/charge-edit.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type { JobBase } from './rows.ts';

/** One thing that a person asked to be done with a charge that is there, confirmed in a window of its own. */
export interface ActJobRow extends JobBase {
  readonly kind: 'act';
  readonly targetId: string;
  readonly act: ChargeAct;
  /** In the operator's words, at most 200 characters; null where none is asked for. */
  readonly reason: string | null;
  readonly seen: SeenCharge;
  /** Why nothing was asked of Asaas, or why it refused. */
  readonly refusal: ActRefusal | null;
  /** Where the payer of a boleto asks for the money: Asaas's own page. */
  readonly link: string | null;
  /** Asaas's own word about the refund that was asked for; null before it is listed. */
  readonly refundStatus: string | null;
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
