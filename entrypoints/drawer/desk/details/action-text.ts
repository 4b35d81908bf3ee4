import { i18n } from '#i18n';

const ACTIONS = {
  'job.queued': 'details.did_queued',
  'job.change-queued': 'details.did_change_queued',
  'job.delete-queued': 'details.did_delete_queued',
  'job.counter-queued': 'details.did_counter_queued',
  'job.act-queued': 'details.did_act_queued',
  'job.cancelled': 'details.did_cancelled',
  'job.blocked': 'details.did_blocked',
  'job.unknown': 'details.did_unknown',
  'job.done': 'details.did_done',
  'charge.created': 'details.did_created',
  'charge.found': 'details.did_found',
  'charge.reused': 'details.did_found',
  'charge.changed': 'details.did_changed',
  'charge.deleted': 'details.did_deleted',
  'charge.restored': 'details.did_restored',
  'charge.received-in-cash': 'details.did_cash',
  'charge.cash-undone': 'details.did_cash_undone',
  'charge.refund-asked': 'details.did_refund_asked',
  'charge.refunded': 'details.did_refunded',
  'message.opened': 'details.did_message_opened',
  'message.sent': 'details.did_message_sent',
} as const;

function isNamed(action: string): action is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, action);
}

/** What an audit line tells; the steps in between are told by their own code, as an export has them. */
export function actionText(action: string): string {
  return isNamed(action) ? i18n.t(ACTIONS[action]) : action;
}
