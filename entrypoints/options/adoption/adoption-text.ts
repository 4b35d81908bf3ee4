import { i18n } from '#i18n';
import { failureText, reasonText } from '../../../components/text.ts';
import type { BlockCode } from '../../../lib/billing/send-plan.types.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionPhase } from '../../../lib/ledger/adoption-run.ts';
import { type Group, groupOf } from './view.ts';

const NAMES = {
  exact: 'options_adoption.group_exact',
  ambiguous: 'options_adoption.group_ambiguous',
  excluded: 'options_adoption.group_excluded',
  unmatched: 'options_adoption.group_unmatched',
  'under-way': 'options_adoption.group_under_way',
  linked: 'options_adoption.group_linked',
  stopped: 'options_adoption.group_stopped',
  undone: 'options_adoption.group_undone',
} as const satisfies Record<Group, string>;

export const groupText = (group: Group): string => i18n.t(NAMES[group]);

const WHY = {
  'foreign-reference': 'options_adoption.why_foreign_reference',
  installment: 'options_adoption.why_installment',
  subscription: 'options_adoption.why_subscription',
  'other-origin': 'options_adoption.why_other_origin',
  card: 'options_adoption.why_card',
  'not-open': 'options_adoption.why_not_open',
  refunded: 'options_adoption.why_refunded',
  'payer-of-other': 'options_adoption.why_payer_of_other',
  'payer-unknown': 'options_adoption.why_payer_unknown',
  'name-differs': 'options_adoption.why_name_differs',
  'already-charged': 'options_adoption.why_already_charged',
  'under-way': 'options_adoption.why_under_way',
  'other-account': 'options_adoption.why_other_account',
  'registered-elsewhere': 'options_adoption.why_registered_elsewhere',
  'not-sendable': 'options_adoption.why_not_sendable',
} as const satisfies Record<NonNullable<AdoptionRow['why']>, string>;

const FOUND = {
  exact: 'options_adoption.row_exact',
  ambiguous: 'options_adoption.row_ambiguous',
  excluded: 'options_adoption.group_excluded',
  unmatched: 'options_adoption.row_unmatched',
} as const satisfies Record<AdoptionRow['kind'], string>;

/** Where a charge stands, and why, in one sentence. */
export function whyText(row: AdoptionRow): string {
  const group = groupOf(row);
  const told = [
    ...(row.failure === null ? [] : [failureText(row.failure)]),
    ...row.reasons.map((code) => reasonText({ code: code as BlockCode })),
  ];
  if (told.length > 0) return told.join(' ');
  if (row.stage !== 'found') return groupText(group);
  return row.why === null ? i18n.t(FOUND[row.kind]) : i18n.t(WHY[row.why]);
}

const PHASES = {
  charges: 'options_adoption.phase_charges',
  invoices: 'options_adoption.phase_invoices',
  payers: 'options_adoption.phase_payers',
  customers: 'options_adoption.phase_customers',
  match: 'options_adoption.phase_match',
  done: 'options_adoption.phase_done',
} as const satisfies Record<AdoptionPhase, string>;

export const phaseText = (phase: AdoptionPhase): string => i18n.t(PHASES[phase]);
