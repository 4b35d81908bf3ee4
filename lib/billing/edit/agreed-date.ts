import type { CivilDate } from '../calendar.ts';
import type { Charge } from '../charge.ts';

/** A due date that was agreed with the payer, and that IXC need not have. */
export interface AgreedDate {
  readonly dueDate: CivilDate;
  /** What IXC had when it was agreed. */
  readonly invoiceDueDate: CivilDate;
  /** ms since the epoch. */
  readonly at: number;
  readonly reason: string;
}

/**
 * Whether a charge's other date is the agreed one: as long as both dates are those that it was agreed with.
 * Another one in IXC, or on the charge, was never spoken of, and is a difference like any other.
 */
export function isAgreedDate(
  agreed: Pick<AgreedDate, 'dueDate' | 'invoiceDueDate'> | undefined,
  chargeDue: CivilDate,
  invoiceDue: CivilDate,
): boolean {
  return agreed?.dueDate === chargeDue && agreed.invoiceDueDate === invoiceDue;
}

/**
 * Whether a charge was made with the date that IXC still has and was given another one since, by somebody
 * whose word is not here: a new date agreed in another browser, or Asaas's own panel. Nobody may turn it
 * back without having seen both dates.
 */
export function isMovedElsewhere(
  { dueDate, originalDueDate }: Pick<Charge, 'dueDate' | 'originalDueDate'>,
  invoiceDue: CivilDate,
): boolean {
  return originalDueDate === invoiceDue && dueDate !== invoiceDue;
}
