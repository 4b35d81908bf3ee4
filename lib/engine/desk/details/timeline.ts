import { type CivilDate, todayInSaoPaulo } from '../../../billing/calendar.ts';
import { isCalledOff, isCarriedOut } from '../../../billing/acts/refunded.ts';
import type { ChargeStory } from '../../../billing/charge.ts';
import type { ChargeRow, HappeningRow, InvoiceRow, JobRow } from '../../../ledger/rows.ts';
import type {
  TimelineEntry,
  TimelineFact,
  TimelineSource,
} from '../../../messages/charge-details.ts';

export interface TimelineFacts {
  readonly invoice: InvoiceRow | null;
  readonly charge: ChargeRow | null;
  /** What Asaas told when it was last asked. */
  readonly story: (ChargeStory & { readonly readAt: number }) | null;
  /** Of the charge. */
  readonly happenings: readonly HappeningRow[];
  /** Of the invoice. */
  readonly jobs: readonly JobRow[];
  /** ms since the epoch. */
  readonly now: number;
}

/** Groups whose day Asaas does not tell by itself: when they were seen is all that is known. */
const TOLD_BY_SIGHT: ReadonlySet<string> = new Set([
  'overdue',
  'clearing',
  'reversing',
  'refunded',
  'contested',
  'deleted',
  'failed',
  'unknown',
]);

/** Where a fact stands within its day when only the day is known: minutes. */
const MINUTE_OF: Readonly<Record<string, number>> = { created: 0, due: 1439, credited: 1438 };
const NOON = 720;

/** Everything that happened to an invoice and its charge, the newest first, each with who says so and since when. */
export function timelineOf(facts: TimelineFacts): readonly TimelineEntry[] {
  const entries = [...ofInvoice(facts), ...ofCharge(facts), ...ofStory(facts), ...ofHere(facts)];
  return entries.toSorted((a, b) => placeOf(b) - placeOf(a) || (a.id < b.id ? 1 : -1));
}

function placeOf({ at, on, fact }: TimelineEntry): number {
  if (at !== null) return at;
  // For the order alone: Brazil has had no summer time since 2019.
  return Date.parse(`${on}T00:00:00-03:00`) + (MINUTE_OF[fact.kind] ?? NOON) * 60_000;
}

function ofInvoice({ invoice, now }: TimelineFacts): TimelineEntry[] {
  if (!invoice) return [];
  const { status, renegotiated, paidOn = null, readAt } = invoice;
  const seen = todayInSaoPaulo(readAt);
  const line = liner('ixc', readAt, now);
  if (status === 'received' || status === 'partial') {
    return [line({ kind: 'received-in-ixc' }, paidOn ?? seen)];
  }
  if (renegotiated) return [line({ kind: 'renegotiated-in-ixc' }, seen)];
  return status === 'cancelled' ? [line({ kind: 'cancelled-in-ixc' }, seen)] : [];
}

function ofCharge({ charge, story, jobs, now }: TimelineFacts): TimelineEntry[] {
  if (!charge) return [];
  const line = liner('asaas', charge.seenAt, now);
  const { id, createdOn, dueDate, clientPaymentDate, paymentDate, creditDate } = charge;
  const days: (readonly [TimelineFact, CivilDate | null | undefined])[] = [
    [{ kind: 'due' }, dueDate],
    [{ kind: 'payer-paid' }, clientPaymentDate === paymentDate ? null : clientPaymentDate],
    [{ kind: 'confirmed' }, story?.confirmedOn === paymentDate ? null : story?.confirmedOn],
    [{ kind: 'paid' }, paymentDate],
  ];
  const credit = creditOf(charge, story, todayInSaoPaulo(now));
  const credited = creditDate === null && credit === null ? [] : [credit];
  return [
    line({ kind: 'created' }, createdOn, madeHere(jobs, id)),
    ...days.flatMap(([fact, on]) => (on == null ? [] : [line(fact, on)])),
    ...credited.flatMap((each) =>
      each === null
        ? []
        : [line({ kind: each.estimated ? 'credit-expected' : 'credited' }, each.on)],
    ),
  ];
}

/** The moment at which this browser's request made the charge, where it did. */
function madeHere(jobs: readonly JobRow[], chargeId: string): number | null {
  const maker = jobs.find((job) => job.kind === 'create' && job.chargeId === chargeId);
  const made = maker?.attempts.findLast(({ request, outcome }) => {
    return request === 'charge' && outcome === 'done';
  });
  return made?.at ?? null;
}

/** When the money arrives, or arrived: a date that Asaas sets at the confirmation is none of arrival yet. */
export function creditOf(
  { status, creditDate }: Pick<ChargeRow, 'status' | 'creditDate'>,
  story: Pick<ChargeStory, 'estimatedCreditOn'> | null,
  today: CivilDate,
): { readonly on: CivilDate; readonly estimated: boolean } | null {
  if (status === 'RECEIVED_IN_CASH') return null;
  const on = creditDate ?? story?.estimatedCreditOn ?? null;
  if (on === null) return null;
  const arrived = creditDate !== null && status === 'RECEIVED' && creditDate <= today;
  return { on, estimated: !arrived };
}

function ofStory({ story, now }: TimelineFacts): TimelineEntry[] {
  if (!story) return [];
  const line = liner('asaas', story.readAt, now);
  const views = [
    ['invoice-viewed', story.invoiceViewedAt],
    ['slip-viewed', story.slipViewedAt],
  ] as const;
  return [
    ...views.flatMap(([kind, at]) =>
      at === null ? [] : [line({ kind }, todayInSaoPaulo(at), at)],
    ),
    ...story.refunds
      .filter((refund) => !isCalledOff(refund))
      .map((refund, index) => ({
        ...line(
          { kind: 'refund', value: refund.value, done: isCarriedOut(refund) },
          refund.requestedOn,
        ),
        id: `refund-${String(index)}`,
      })),
  ];
}

/** What this browser saw and was asked for. */
function ofHere({ happenings, jobs, now }: TimelineFacts): TimelineEntry[] {
  return [
    ...happenings
      .filter(({ to }) => TOLD_BY_SIGHT.has(to))
      .map(({ at, to }) => ({
        ...liner('asaas', at, now)({ kind: 'group', group: to }, todayInSaoPaulo(at), at),
        id: `group-${to}-${String(at)}`,
      })),
    ...jobs.map((job) => ({
      ...liner(job.imported ? 'file' : 'browser', job.createdAt, now)(
        { kind: 'job', job: job.kind, state: job.state, by: job.askedBy ?? null, ...typedFor(job) },
        todayInSaoPaulo(job.createdAt),
        job.createdAt,
      ),
      id: job.id,
    })),
  ];
}

function typedFor(job: JobRow): { readonly overridden?: true } {
  return job.kind === 'create' && job.choices.payerOverride ? { overridden: true } : {};
}

function liner(source: TimelineSource, seenAt: number, now: number) {
  return (fact: TimelineFact, on: CivilDate, at: number | null = null): TimelineEntry => ({
    id: fact.kind,
    fact,
    source,
    at,
    on,
    ahead: fact.kind !== 'created' && on > todayInSaoPaulo(now),
    seenAt,
  });
}
