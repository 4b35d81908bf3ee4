import { i18n } from '#i18n';
import { moneyText } from '../../../../components/formats.ts';
import { statusText, jobText } from '../../../../components/text.ts';
import type { TimelineFact, TimelineSource } from '../../../../lib/messages/charge-details.ts';
import type { JobKind } from '../../../../lib/messages/job-view.ts';

export const SOURCE_NAMES = {
  asaas: 'details.source_asaas',
  ixc: 'details.source_ixc',
  browser: 'details.source_browser',
  file: 'details.source_file',
} as const satisfies Record<TimelineSource, string>;

const FACTS = {
  created: 'details.fact_created',
  'invoice-viewed': 'details.fact_invoice_viewed',
  'slip-viewed': 'details.fact_slip_viewed',
  'payer-paid': 'details.fact_payer_paid',
  confirmed: 'details.fact_confirmed',
  paid: 'details.fact_paid',
  credited: 'details.fact_credited',
  'credit-expected': 'details.fact_credit_expected',
  'received-in-ixc': 'details.fact_received_in_ixc',
  'cancelled-in-ixc': 'details.fact_cancelled_in_ixc',
  'renegotiated-in-ixc': 'details.fact_renegotiated_in_ixc',
} as const;

/** What a job was asked for; whatever has no word of its own is an operation. */
const JOBS = {
  create: 'details.job_create',
  change: 'details.job_change',
  delete: 'details.job_delete',
  counter: 'details.job_counter',
  act: 'details.job_act',
  edit: 'details.job_edit',
  message: 'details.job_message',
  adopt: 'details.job_adopt',
  notices: 'details.job_notices',
  'notices-run': 'details.job_notices',
  payer: 'details.job_payer',
} as const satisfies Record<JobKind, string>;

/** One line of the timeline, in words. */
export function factText(fact: TimelineFact, ahead: boolean): string {
  switch (fact.kind) {
    case 'due':
      return i18n.t(ahead ? 'details.fact_due_ahead' : 'details.fact_due');
    case 'refund':
      return i18n.t(fact.done ? 'details.fact_refunded' : 'details.fact_refunding', {
        value: moneyText(fact.value),
      });
    case 'group':
      return i18n.t('details.fact_group', { group: statusText(fact.group) });
    case 'job': {
      const what = i18n.t(JOBS[fact.job]);
      const by = fact.by === null ? '' : ` ${i18n.t('details.by_user', { user: fact.by })}`;
      const typed = fact.overridden === true ? `, ${i18n.t('details.with_override')}` : '';
      return `${what}${typed}: ${jobText(fact.state).toLowerCase()}${by}`;
    }
    default:
      return i18n.t(FACTS[fact.kind]);
  }
}
