import { attemptCodeOf } from '../../../billing/attempt-code.ts';
import type { EditAsked, EditedCharge, EditFormKind } from '../../../billing/edit/charge-edit.ts';
import { planEdit } from '../../../billing/edit/plan-edit.ts';
import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { SendFacts } from '../../../billing/send-plan.types.ts';
import type { EditForm, EditPreview } from '../../../messages/charge-edit.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { editConfirmation } from './confirmation.ts';
import { withCharge } from './with-charge.ts';

/** A form in one drawer: what was read for it, and what it says so far. */
export interface OpenForm {
  readonly kind: EditFormKind;
  readonly id: number;
  readonly edited: EditedCharge | null;
  readonly preview: EditPreview | null;
  readonly failure: FailureView | null;
}

/** As the drawer shows it. */
export function formView(
  { kind, id, edited, preview, failure }: OpenForm,
  { invoice, rules }: Pick<SendFacts, 'invoice' | 'rules'>,
): EditForm {
  const default_ = rules.overdue.accrued === 'ask' ? null : rules.overdue.accrued;
  return {
    kind,
    id,
    now: edited && shown(edited),
    open: invoice.open,
    accrued: default_,
    preview,
    failure,
  };
}

function shown({ charge, terms }: EditedCharge): NonNullable<EditForm['now']> {
  const { value, dueDate, billingType } = charge;
  const code = attemptCodeOf(charge.description);
  const description =
    code === null ? charge.description : charge.description.slice(0, -code.length - 1).trim();
  return { value, dueDate, billingType, description, terms };
}

/** What the form would do now, by the facts that the drawer shows and the charge read for the form. */
export function previewOf(
  { clock }: Pick<EnginePorts, 'clock'>,
  facts: SendFacts,
  edited: EditedCharge,
  asked: EditAsked,
): EditPreview {
  const today = todayInSaoPaulo(clock.now());
  const now = withCharge({ ...facts, today }, edited.charge);
  const plan = planEdit(now, edited, asked);
  const editId = plan.kind === 'edit' ? editConfirmation(plan.edit, edited, now) : null;
  return { asked, plan, editId };
}
