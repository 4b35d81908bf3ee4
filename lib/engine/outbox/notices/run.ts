import type { AsaasClient } from '../../../asaas/client.types.ts';
import type { NoticeWish } from '../../../billing/notices/notice.ts';
import type { NoticesRunJobRow } from '../../../ledger/notice-rows.ts';

/** A standardisation with what a step of it needs. */
export interface Run {
  readonly job: NoticesRunJobRow;
  readonly client: AsaasClient;
  readonly wish: NoticeWish;
  /** The panel's other keys, under which a payer is ours once it is proven. */
  readonly aliases: readonly string[];
}
