import { i18n } from '#i18n';
import { countText, momentText } from '../../../components/formats.ts';
import { actFailureText, actName, refusalText } from '../../../components/act-text.ts';
import { calledOffText, failureText, jobNote, reasonText } from '../../../components/text.ts';
import type { FailureView } from '../../../lib/messages/failure.ts';
import type { JobView } from '../../../lib/messages/job-view.ts';

/** What the operation is for. */
export function jobName({
  kind,
  step,
  act,
  unlink,
}: Pick<JobView, 'kind' | 'step' | 'act' | 'unlink'>): string {
  switch (kind) {
    case 'create':
      return i18n.t('popup.job_create');
    case 'change':
      return i18n.t('popup.job_change');
    case 'delete':
      return i18n.t('popup.job_delete');
    case 'counter':
      return stepName(step);
    case 'act':
      return act === undefined ? i18n.t('popup.job_act') : actName(act);
    case 'edit':
      return i18n.t('popup.job_edit');
    case 'adopt':
      return unlink ? i18n.t('popup.job_unlink') : i18n.t('popup.job_adopt');
    case 'payer':
      return i18n.t('popup.job_payer');
    case 'message':
      return i18n.t('popup.job_message');
    case 'notices':
      return i18n.t('popup.job_notices');
    case 'notices-run':
      return i18n.t('popup.job_notices_run');
  }
}

function stepName(step: JobView['step']): string {
  switch (step) {
    case 'lower':
      return i18n.t('popup.job_lower');
    case 'cancel':
      return i18n.t('popup.job_cancel');
    case 'close':
    case null:
      return i18n.t('popup.job_close');
  }
}

/** Why it is where it is, each cause a sentence; the first one weighs most. */
export function jobCauses(job: JobView): readonly string[] {
  if (job.paused) return [i18n.t('popup.job_paused')];
  const told = [
    ...payersText(job),
    ...(job.act?.refusal == null ? [] : [refusalText(job.act.refusal)]),
    ...job.reasons.map(reasonText),
    ...(job.failure === null ? [] : [whyStopped(job, job.failure)]),
    ...(job.watchedUntil === null
      ? []
      : [i18n.t('popup.job_watched', { time: momentText(job.watchedUntil) })]),
  ];
  if (job.calledOff !== null) return [calledOffText(job.calledOff), ...told];
  if (told.length > 0) return told;
  if (isReplacing(job)) return [i18n.t('operation.replacing')];
  if (job.settled) return [i18n.t('operation.settled')];
  // How a creation goes on is no way for the others, and what is over needs no explanation.
  const isPassing = job.state === 'waiting' || job.state === 'unknown' || job.state === 'blocked';
  return isPassing ? [jobNote(job.state)] : [];
}

/** How far a standardisation is, and whether it waits for somebody to look at it. */
function payersText({ payers }: JobView): readonly string[] {
  if (payers === undefined) return [];
  const count = { done: countText(payers.done), all: countText(payers.all) };
  const told = i18n.t('popup.job_payers', count);
  return payers.asksPerson ? [told, i18n.t('popup.job_asks_person')] : [told];
}

function whyStopped({ act }: JobView, failure: FailureView): string {
  return act === undefined ? failureText(failure) : actFailureText(failure);
}

function isReplacing({ state, replacing }: JobView): boolean {
  return state === 'waiting' && replacing.some((one) => one.state !== 'gone');
}

/** Whether asking for another try does anything: it goes on by itself later, or stopped. */
export function mayTryAgain({ retryable, paused, state }: JobView): boolean {
  return retryable && !paused && ['waiting', 'unknown', 'blocked'].includes(state);
}
