import { i18n } from '#i18n';
import type { JobView } from '../../../../lib/messages/job-view.ts';

/** Where an act stands, in a sentence. A refund that Asaas took is under way until Asaas says that it is done. */
export function progressText({ state, act, paused }: JobView): string {
  if (paused) return i18n.t('popup.job_paused');
  if (act?.kind === 'refund' && act.refundStatus !== null && state !== 'blocked') {
    return refundText(act.refundStatus);
  }
  switch (state) {
    case 'queued':
    case 'waiting':
      return i18n.t('act.state_waiting');
    case 'locating':
    case 'intent':
    case 'created':
    case 'verified':
      return i18n.t('act.state_running');
    case 'unknown':
      return i18n.t('act.state_unknown');
    case 'done':
      return act?.kind === 'bank-slip-refund'
        ? i18n.t('act.refund_processing')
        : i18n.t('act.state_done');
    case 'cancelled':
      return i18n.t('act.state_cancelled');
    case 'blocked':
      return i18n.t('act.state_blocked');
  }
}

function refundText(status: string): string {
  switch (status) {
    case 'DONE':
      return i18n.t('act.refund_done');
    case 'AWAITING_CRITICAL_ACTION_AUTHORIZATION':
      return i18n.t('act.refund_authorisation');
    case 'AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION':
      return i18n.t('act.refund_customer');
    default:
      return i18n.t('act.refund_processing');
  }
}
