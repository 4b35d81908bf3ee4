import { canonicalJson } from '../../../billing/canonical.ts';
import type { NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { Settings } from '../../../settings/settings.ts';

/**
 * Whether what a standardisation was begun for is what the provider wants now. Whoever says afterwards that
 * Asaas tells nobody must not have payers switched on by what he said before.
 */
export function isStillWanted(
  { sending, payerNotices }: Pick<Settings, 'sending' | 'payerNotices'>,
  { notifier, grid }: Pick<NoticesRunJobRow, 'notifier' | 'grid'>,
): boolean {
  if (notifier !== sending.notifier) return false;
  return notifier !== 'asaas' || canonicalJson(grid) === canonicalJson(payerNotices.grid);
}
