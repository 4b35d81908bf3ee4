import { i18n } from '#i18n';

const ACTIONS = {
  'job.queued': 'details.did_queued',
  'job.payer-queued': 'details.did_payer_queued',
  'payer.changed': 'details.did_payer_changed',
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
  'charge.linked': 'details.did_linked',
  'charge.unlinked': 'details.did_unlinked',
  'charge.deleted': 'details.did_deleted',
  'charge.restored': 'details.did_restored',
  'charge.received-in-cash': 'details.did_cash',
  'charge.cash-undone': 'details.did_cash_undone',
  'charge.refund-asked': 'details.did_refund_asked',
  'charge.refunded': 'details.did_refunded',
  'job.notices-queued': 'details.did_notices_queued',
  'notices.changed': 'details.did_notices_changed',
  'message.opened': 'details.did_message_opened',
  'message.sent': 'details.did_message_sent',
  'job.overtaken': 'details.did_overtaken',
  'job.cancel-asked': 'details.did_cancel_asked',
  'job.repeat': 'details.did_repeat',
  'job.given-up': 'details.did_given_up',
  'job.settled': 'details.did_settled',
  'job.adopt-queued': 'details.did_adopt_queued',
  'payer.intent': 'details.did_payer_asked',
  'payer.created': 'details.did_payer',
  'charge.intent': 'details.did_asked',
  'charge.change-intent': 'details.did_asked',
  'charge.cash-intent': 'details.did_asked',
  'charge.delete-intent': 'details.did_asked',
  'charge.restore-intent': 'details.did_asked',
  'charge.undo-cash-intent': 'details.did_asked',
  'charge.refund-intent': 'details.did_asked',
  'charge.slip-refund-intent': 'details.did_asked',
  'charge.link-intent': 'details.did_asked',
  'charge.unlink-intent': 'details.did_asked',
  'charge.slip-refund-asked': 'details.did_slip_refund',
  'charge.refund-found': 'details.did_refund_found',
  'charge.paid-meanwhile': 'details.did_paid_meanwhile',
  'charge.several-live': 'details.did_several',
  'charge.missing-settled': 'details.did_missing_settled',
  'message.not-sent': 'details.did_message_not_sent',
  'message.ixc-intent': 'details.did_message_ixc_intent',
  'message.ixc-sent': 'details.did_message_ixc_sent',
  'message.ixc-not-sent': 'details.did_message_ixc_not_sent',
  'message.ixc-unknown': 'details.did_message_ixc_unknown',
} as const;

function isNamed(action: string): action is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, action);
}

/** What an audit line tells; one that has no words is told by its own code, as an export has it. */
export function actionText(action: string): string {
  return isNamed(action) ? i18n.t(ACTIONS[action]) : action;
}
