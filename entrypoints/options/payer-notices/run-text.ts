import { i18n } from '#i18n';
import type { NoticesRunJobRow } from '../../../lib/ledger/notice-rows.ts';

/** Whose payers a standardisation is about: the panel, and the key that its references bear. */
export function runOf({ origin, providerKey }: NoticesRunJobRow): string {
  return i18n.t('options_payer_notices.of_panel', { panel: origin, key: providerKey });
}
