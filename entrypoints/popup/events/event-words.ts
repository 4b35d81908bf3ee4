import { i18n } from '#i18n';
import { statusText } from '../../../components/text.ts';
import type { HappeningRow } from '../../../lib/ledger/rows.ts';

/** What happened to a charge, by where it came from and where it is now. */
export function eventText({ from, to }: Pick<HappeningRow, 'from' | 'to'>): string {
  switch (to) {
    case 'open':
      return from === null ? i18n.t('popup.event_created') : i18n.t('popup.event_open');
    case 'overdue':
      return i18n.t('popup.event_overdue');
    case 'clearing':
      return i18n.t('popup.event_clearing');
    case 'confirmed':
      return i18n.t('popup.event_confirmed');
    case 'paid':
      return i18n.t('popup.event_paid');
    case 'paid-manual':
      return i18n.t('popup.event_paid_manual');
    case 'reversing':
      return i18n.t('popup.event_reversing');
    case 'refunded':
      return i18n.t('popup.event_refunded');
    case 'contested':
      return i18n.t('popup.event_contested');
    case 'deleted':
      return i18n.t('popup.event_deleted');
    case 'unknown':
      return i18n.t('popup.event_unknown');
    // No charge is ever in these: they are about a sending.
    case 'unsent':
    case 'queued':
    case 'failed':
      return statusText(to);
  }
}
