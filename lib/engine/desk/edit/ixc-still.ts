import {
  type AgreedDate,
  isAgreedDate,
  isMovedElsewhere,
} from '../../../billing/edit/agreed-date.ts';
import { standingRefusal } from '../../../billing/edit/plan-edit.ts';
import type { CivilDate } from '../../../billing/calendar.ts';
import type { Invoice } from '../../../billing/invoice.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import { agreedDates } from '../../send/agreed-dates.ts';

/** Two due dates that differ though nothing changed in IXC. */
export interface IxcStill {
  readonly invoiceDueDate: CivilDate;
  readonly dueDate: CivilDate;
  /** Null: the date was not agreed here, but in another browser or at Asaas. */
  readonly agreed: AgreedDate | null;
}

/**
 * The date that IXC still has while the charge was given another. Told until both are one, or one of them
 * became a third: that is a difference, and no agreement.
 */
export function ixcStill(
  jobs: readonly JobRow[],
  charge: ChargeRow,
  { dueDate: invoiceDueDate, status }: Pick<Invoice, 'dueDate' | 'status'>,
): IxcStill | null {
  const { dueDate } = charge;
  if (invoiceDueDate === null || invoiceDueDate === dueDate) return null;
  if (standingRefusal(charge) || status === 'received' || status === 'cancelled') return null;
  const agreed = agreedDates(jobs, [charge]).get(charge.id) ?? null;
  if (agreed && isAgreedDate(agreed, dueDate, invoiceDueDate)) {
    return { invoiceDueDate, dueDate, agreed };
  }
  return isMovedElsewhere(charge, invoiceDueDate)
    ? { invoiceDueDate, dueDate, agreed: null }
    : null;
}
