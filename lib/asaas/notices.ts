import type { Notice, NoticePayer } from '../billing/notices/notice.ts';
import { ok } from '../billing/result.ts';
import { z } from '../schema.ts';
import type { AsaasCall } from './call.ts';
import type { AsaasResult, Page } from './client.types.ts';
import { listBody } from './list-body.ts';
import { noticeBody, noticeItem, noticePayerBody } from './notice-body.ts';
import { MAX_LIMIT, pageQuery, queryOf } from './query.ts';

/** What Asaas tells payers by itself, payer by payer. */
export interface NoticeRequests {
  /** Every payer of the account, newest first as Asaas lists them. */
  readonly listNoticePayers: (offset: number) => AsaasResult<Page<NoticePayer>>;
  readonly noticePayer: (payerId: string) => AsaasResult<NoticePayer>;
  /** The eight notices of a payer. */
  readonly notices: (payerId: string) => AsaasResult<readonly Notice[]>;
  /** Sets several notices of one payer at once. May be repeated after a reading. */
  readonly setNotices: (payerId: string, notices: readonly Notice[]) => AsaasResult<null>;
  /** Whether the payer is told anything at all. May be repeated after a reading. */
  readonly silencePayer: (payerId: string, silenced: boolean) => AsaasResult<null>;
}

const payers = listBody(noticePayerBody);
const notices = z.object({ data: z.array(noticeBody) });
/** What became of it is read again, and not taken from the answer. */
const batch = z.object({ notifications: z.array(z.unknown()) }).transform((): null => null);
const silenced = noticePayerBody.transform((): null => null);

export function noticeRequests(call: AsaasCall): NoticeRequests {
  const path = (payerId: string, rest = '') => `/customers/${encodeURIComponent(payerId)}${rest}`;
  return {
    listNoticePayers: (offset) =>
      call('GET', `/customers${queryOf(pageQuery({ offset, limit: MAX_LIMIT }))}`, payers),
    noticePayer: (payerId) => call('GET', path(payerId), noticePayerBody),
    notices: async (payerId) => {
      const answer = await call('GET', path(payerId, '/notifications'), notices);
      return answer.ok ? ok(answer.value.data) : answer;
    },
    setNotices: (payerId, changed) =>
      call('PUT', '/notifications/batch', batch, {
        customer: payerId,
        notifications: changed.map(noticeItem),
      }),
    silencePayer: (payerId, isSilenced) =>
      call('PUT', path(payerId), silenced, { notificationDisabled: isSilenced }),
  };
}
