import { fail, ok } from '../billing/result.ts';
import { z } from '../schema.ts';
import type { AsaasCall } from './call.ts';
import type { AsaasResult, Refund } from './client.types.ts';
import { listBody } from './list-body.ts';
import { MAX_LIMIT, pageQuery, queryOf } from './query.ts';
import { date, optionalText, reais } from './values.ts';

/** `PaymentRefundGetResponseDTO`, projected. */
export const refundBody: z.ZodType<Refund> = z
  .object({
    status: z.string().min(1),
    value: reais,
    dateCreated: date,
    description: optionalText,
  })
  .transform((refund): Refund => ({
    status: refund.status,
    value: refund.value,
    requestedOn: refund.dateCreated,
    description: refund.description,
  }));

const page = listBody(refundBody);

/** One charge is given back a few times at most; this many means that the path was not heeded. */
const MAX_PAGES = 5;

/** All refunds of one charge. Any page that fails fails the list: one left out could be given back twice. */
export async function listRefunds(call: AsaasCall, id: string): AsaasResult<readonly Refund[]> {
  const found: Refund[] = [];
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const window = pageQuery({ offset: pages * MAX_LIMIT, limit: MAX_LIMIT });
    const path = `/payments/${encodeURIComponent(id)}/refunds${queryOf(window)}`;
    const answer = await call('GET', path, page);
    if (!answer.ok) return answer;
    found.push(...answer.value.items);
    if (!answer.value.hasMore) return ok(found);
  }
  return fail({ kind: 'rubbish', detail: 'more refunds than one charge can have' });
}
