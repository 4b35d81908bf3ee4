import type { AsaasClient, AsaasFailure } from '../../../asaas/client.types.ts';
import type { Notice, NoticePayer, NoticeWish } from '../../../billing/notices/notice.ts';
import type { NoticeChange } from '../../../billing/notices/plan-notices.ts';
import { ok, type Result } from '../../../billing/result.ts';

/** A payer as Asaas has it now. */
export interface SeenPayer {
  readonly payer: NoticePayer;
  /** Empty where nothing depends on them. */
  readonly notices: readonly Notice[];
}

/** Reads a payer; its notices as well, unless all that is wanted is that nothing goes out. */
export async function seePayer(
  client: Pick<AsaasClient, 'noticePayer' | 'notices'>,
  payerId: string,
  wish: Pick<NoticeWish, 'silenced'>,
): Promise<Result<SeenPayer, AsaasFailure>> {
  const payer = await client.noticePayer(payerId);
  if (!payer.ok) return payer;
  if (wish.silenced === true) return ok({ payer: payer.value, notices: [] });
  const notices = await client.notices(payerId);
  return notices.ok ? ok({ payer: payer.value, notices: notices.value }) : notices;
}

/**
 * Asks for a change: the notices first, so that a payer that is told again is told by what was wanted. Both
 * requests may be repeated after a reading, whatever became of them.
 */
export async function askForNotices(
  client: Pick<AsaasClient, 'setNotices' | 'silencePayer'>,
  payerId: string,
  { notices, silenced }: NoticeChange,
): Promise<Result<null, AsaasFailure>> {
  if (notices.length > 0) {
    const answer = await client.setNotices(payerId, notices);
    if (!answer.ok) return answer;
  }
  return silenced === null ? ok(null) : client.silencePayer(payerId, silenced);
}
