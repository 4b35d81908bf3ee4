import { canonicalJson } from '../../../billing/canonical.ts';
import { ownerOf } from '../../../billing/notices/our-payer.ts';
import {
  planNotices,
  schemeWish,
  type NoticeChange,
} from '../../../billing/notices/plan-notices.ts';
import type { NoticeWish } from '../../../billing/notices/notice.ts';
import type { NoticesJobRow } from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { jobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { intentOf, postpone, repeatableFailed, settled, withoutAnswer } from '../outcome.ts';
import { answered } from '../quarantine.ts';
import { blockWith, callOff } from '../stopping.ts';
import { advance, finish, intend } from '../store.ts';
import { askForNotices, seePayer } from './see-payer.ts';

/** What Asaas answered "done" to so often, and does not show, a person looks at. */
export const MOST_ASKED = 3;

/**
 * Sets what Asaas tells one payer. A PUT repeats only after a GET: every step begins by reading the payer,
 * and the job ends when Asaas shows what was wanted, whoever it was that brought it about.
 */
export async function stepNotices(ports: EnginePorts, job: NoticesJobRow): Promise<JobRow | null> {
  if (job.state !== 'locating') {
    const attempts = withoutAnswer(job.attempts);
    return advance<NoticesJobRow>(ports, job, { state: 'locating', attempts });
  }
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const { client, settings } = own.value;
  if (job.because === 'scheme') {
    const wish = schemeNow(settings);
    if (wish === null) return callOff(ports, job);
    // What a new payer gets is what all payers get now, not when it was charged.
    if (canonicalJson(wish) !== canonicalJson(job.wish)) {
      return advance<NoticesJobRow>(ports, job, { wish });
    }
  }
  const seen = await seePayer(client, job.targetId, job.wish);
  if (!seen.ok) return postpone(ports, job, asaasFailureView(seen.error));
  const { payer, notices } = seen.value;
  const owner = ownerOf(payer.reference, jobKeys(settings, job));
  // Nobody asked for it: a record that a lost answer left to be found by its CPF may be another system's.
  if (job.because === 'scheme' && owner !== 'ours') return callOff(ports, job);
  // A reference of any other form is another system's, whose record it is.
  const isAnothers = payer.reference !== null && owner !== 'ours';
  if (payer.deleted || isAnothers) {
    return blockWith(ports, job, { code: 'payer-not-ours' });
  }
  const change = planNotices(payer, notices, job.wish);
  if (change === null) return noticesDone(ports, job);
  const asked = job.attempts.filter(({ outcome }) => outcome === 'done').length;
  if (asked >= MOST_ASKED) return blockWith(ports, job, { code: 'notices-not-taken' });
  const intent = await intend<NoticesJobRow>(
    ports,
    job,
    { ...intentOf(ports, job, 'notices'), failure: null },
    { action: 'notices.intent', detail: changeDetail(job.targetId, change) },
  );
  if (!intent) return null;
  const answer = await askForNotices(client, job.targetId, change);
  if (!answer.ok) return repeatableFailed(ports, intent, answer.error);
  return advance<NoticesJobRow>(ports, intent, {
    state: 'locating',
    attempts: settled(intent.attempts, 'done'),
    tries: 0,
  });
}

/** What new payers are told by now; null: nobody wants them to be told anything. */
function schemeNow({ sending, payerNotices }: Settings): NoticeWish | null {
  if (sending.notifier !== 'asaas' || !payerNotices.newPayers) return null;
  return schemeWish('asaas', payerNotices.grid);
}

function noticesDone(ports: EnginePorts, job: NoticesJobRow): Promise<null> {
  const attempts = answered(job.attempts);
  const action = attempts.length > 0 ? 'notices.changed' : 'job.done';
  const detail = { payer: job.targetId };
  return finish(ports, job, { state: 'done', failure: null, attempts }, { action, detail });
}

/** Ids of the payer and its notices, and switches: never a name. */
export function changeDetail(payerId: string, change: NoticeChange): AuditLine['detail'] {
  const { notices, silenced } = change;
  return {
    payer: payerId,
    ...(notices.length === 0 ? {} : { notices: notices.map(({ id }) => id).join(', ') }),
    ...(silenced === null ? {} : { silenced }),
  };
}
