import { i18n } from '#i18n';
import type { JobView } from '../../../../lib/messages/job-view.ts';
import { phaseText, type PhaseWords } from '../job-phase.ts';

const WORDS: PhaseWords = {
  waiting: () => i18n.t('act.state_waiting'),
  running: () => i18n.t('act.state_running'),
  unknown: () => i18n.t('act.state_unknown'),
  done: () => i18n.t('act.state_done'),
  cancelled: () => i18n.t('act.state_cancelled'),
  blocked: () => i18n.t('act.state_blocked'),
};
/** Asaas took the request, and the payer asks for the money on a page of Asaas's. */
const SLIP_REFUND_WORDS: PhaseWords = { ...WORDS, done: () => i18n.t('act.refund_processing') };

/** Where an act stands, in a sentence. A refund that Asaas took is under way until Asaas says that it is done. */
export function progressText(job: JobView): string {
  const { state, act, paused } = job;
  if (!paused && act?.kind === 'refund' && act.refundStatus !== null && state !== 'blocked') {
    return refundText(act.refundStatus);
  }
  return phaseText(job, act?.kind === 'bank-slip-refund' ? SLIP_REFUND_WORDS : WORDS);
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
