import { standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import type { ChargeRow, CounterStep, JobRow } from '../../ledger/rows.ts';
import type { Standing } from './counter-agree.ts';

/** What the counter undid in IXC after it was followed at Asaas, by what the charge is now. */
export type Undoing =
  /** Closed in cash, and the invoice asks for money again. */
  | 'reopened'
  /** Closed in cash, and the invoice was cancelled without its receipt. */
  | 'cancelled-in-cash'
  /** Lowered, and the invoice asks for more again. */
  | 'asks-less'
  /** Cancelled, and the invoice asks for money again. */
  | 'deleted';

/** Whether an invoice without a charge that stands is worth looking up its jobs for. */
export function mayBeUndone({ invoice, charges }: Standing): boolean {
  return isAskedAgain({ invoice }) && charges.some((charge) => livenessOf(charge) === 'deleted');
}

/**
 * The charge that followed something in IXC which is no longer so. Nothing mends that by itself: a charge is
 * never raised, restored or opened again. That it was so before is known by the job that followed it
 * (`jobs`: those of the invoice) or by this panel's earlier reading. Null: none.
 */
export function undone(
  standing: Standing,
  origin: string,
  jobs: readonly JobRow[],
): { readonly charge: ChargeRow; readonly why: Undoing } | null {
  const [charge, ...others] = standingCharges(standing.charges);
  if (others.length > 0) return null;
  const followed = (of: ChargeRow, isMeant: (step: CounterStep) => boolean) =>
    jobs.some(
      (job) =>
        job.kind === 'counter' &&
        job.state === 'done' &&
        job.origin === origin &&
        job.targetId === of.id &&
        isMeant(job.step),
    );
  if (!charge) {
    const last = newest(standing.charges);
    const isSending = jobs.some(({ kind, activeKey }) => kind === 'create' && activeKey);
    if (!last || isSending || livenessOf(last) !== 'deleted' || !isAskedAgain(standing))
      return null;
    return followed(last, ({ kind }) => kind === 'cancel')
      ? { charge: last, why: 'deleted' }
      : null;
  }
  const { invoice, before } = standing;
  if (charge.status === 'RECEIVED_IN_CASH') {
    const why = inCash(standing);
    const wasReceived =
      before?.status === 'received' || followed(charge, ({ kind }) => kind === 'close');
    return why !== null && wasReceived ? { charge, why } : null;
  }
  if (livenessOf(charge) !== 'live' || !isAskedAgain(standing)) return null;
  if (invoice.open <= charge.value) return null;
  const wasLess = before?.status === 'partial' && before.open === charge.value;
  const wasLowered = followed(charge, (step) => step.kind === 'lower' && step.to === charge.value);
  return wasLess || wasLowered ? { charge, why: 'asks-less' } : null;
}

function isAskedAgain({ invoice }: Pick<Standing, 'invoice'>): boolean {
  const { status, open, renegotiated } = invoice;
  return (status === 'open' || status === 'partial') && open > 0 && !renegotiated;
}

/** How an invoice without its receipt stands, whose charge is closed in cash. */
function inCash({ invoice }: Standing): Undoing | null {
  if (isAskedAgain({ invoice })) return 'reopened';
  return invoice.status === 'cancelled' ? 'cancelled-in-cash' : null;
}

function newest(charges: readonly ChargeRow[]): ChargeRow | null {
  const number = ({ invoiceNumber }: ChargeRow) => Number(invoiceNumber ?? 0);
  const isLater = (a: ChargeRow, b: ChargeRow) =>
    b.createdOn.localeCompare(a.createdOn) || number(b) - number(a);
  return charges.toSorted(isLater)[0] ?? null;
}
