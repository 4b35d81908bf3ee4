/**
 * Every change of an invoice's charge, on either side, and what notices it. Asaas has no "changed since"
 * filter and IXC no messages, so each kind of change has a list that shows it; a change without a line here
 * would never be seen. Each line is a test (test/unit/engine/sync/every-change.test.ts).
 *
 * `slow`: noticed by the next sweep of that name; the others within minutes while a panel is looked at.
 */
export const CHANGES = {
  'paid by Pix': 'paid',
  'a boleto or card credited': 'paid',
  'received in cash at Asaas': 'paid',
  'paid long ago by its date': 'paid-week',
  'paid and not credited yet': 'confirmed',
  'created by another browser': 'created',
  'committed late': 'created',
  'edited, of today or yesterday': 'recent',
  'deleted, of today or yesterday': 'recent',
  'edited value or date': 'open',
  overdue: 'open',
  deleted: 'open',
  restored: 'open',
  'opened by the payer': 'open',
  'its receipt in cash undone': 'open',
  'its reference cleared': 'open',
  'under risk analysis': 'states',
  'authorised on a card': 'states',
  'its refund asked for': 'states',
  refunded: 'states',
  'its refund refused': 'states',
  'charged back': 'states',
  'its chargeback disputed': 'states',
  'its chargeback won': 'states',
  'its chargeback over': 'states',
  'sent to a credit bureau': 'states',
  'recovered by a credit bureau': 'states',
  'refunded in part': 'statement',
  'charged back long after': 'statement',
  'anything older that no other list shows': 'relist',
  'received at the counter': 'counter',
  'partly received at the counter': 'counter',
  'cancelled in IXC': 'counter',
  'renegotiated in IXC': 'counter',
  'partly received, and nobody knows since when': 'counter',
  'its receipt at the counter undone': 'counter',
  'its receipt at the counter undone, and cancelled': 'counter',
  'its part received at the counter undone': 'counter',
  'its cancellation in IXC undone': 'counter',
} as const satisfies Readonly<Record<string, NoticedBy>>;

/** The sweeps of Asaas (see sweeps.ts), and the one of IXC (see counter-sweep.ts). */
export type NoticedBy =
  | 'paid'
  | 'confirmed'
  | 'created'
  | 'recent'
  | 'open'
  | 'paid-week'
  | 'states'
  | 'statement'
  | 'relist'
  | 'counter';
