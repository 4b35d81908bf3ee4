import { i18n } from '#i18n';
import { moneyText } from '../../../components/formats.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { AlertKind, AlertRow } from '../../../lib/ledger/rows.ts';

/** What was seen, in a few words. */
export function alertTitle(kind: AlertKind): string {
  switch (kind) {
    case 'paid-on-both-sides':
      return i18n.t('popup.alert_both_sides');
    case 'paid-twice':
      return i18n.t('popup.alert_paid_twice');
    case 'several-live':
      return i18n.t('popup.alert_several_live');
    case 'reference-cleared':
      return i18n.t('popup.alert_reference');
    case 'counter-differs':
      return i18n.t('popup.alert_counter');
    case 'key-lapse':
      return i18n.t('popup.alert_key');
    case 'reversed':
      return i18n.t('popup.alert_reversed');
    case 'storage-low':
      return i18n.t('popup.alert_storage');
  }
}

/** What it means and what to do. */
export function alertNote({ kind, detail }: Pick<AlertRow, 'kind' | 'detail'>): string {
  switch (kind) {
    case 'paid-on-both-sides':
      return i18n.t('popup.alert_both_sides_note', { value: amount(detail['cents']) });
    case 'paid-twice':
      return i18n.t('popup.alert_paid_twice_note');
    case 'several-live':
      return detail['keep'] === undefined
        ? i18n.t('popup.alert_several_live_note')
        : i18n.t('popup.alert_several_live_keep', { charge: String(detail['keep']) });
    case 'reference-cleared':
      return i18n.t('popup.alert_reference_note');
    case 'counter-differs':
      return counterNote(detail);
    case 'key-lapse':
      return i18n.t('popup.alert_key_note');
    case 'reversed':
      return i18n.t('popup.alert_reversed_note', {
        value: amount(detail['cents']),
        status: String(detail['status'] ?? '…'),
      });
    case 'storage-low':
      return i18n.t('popup.alert_storage_note', { free: String(detail['freeMb'] ?? '…') });
  }
}

/** Each reason why nothing followed by itself has its own way out. */
function counterNote(detail: AlertRow['detail']): string {
  const values = { open: amount(detail['open']), value: amount(detail['cents']) };
  switch (detail['why']) {
    case 'many':
      return i18n.t('popup.alert_counter_many', { count: String(detail['count'] ?? '…') });
    case 'unproven':
      return i18n.t('popup.alert_counter_unproven', values);
    case 'contradiction':
      return i18n.t('popup.alert_counter_contradiction', values);
    case 'reopened':
      return i18n.t('popup.alert_counter_reopened', values);
    case 'cancelled-in-cash':
      return i18n.t('popup.alert_counter_cancelled_in_cash', values);
    case 'asks-less':
      return i18n.t('popup.alert_counter_asks_less', values);
    case 'deleted':
      return i18n.t('popup.alert_counter_deleted', values);
    case 'partial':
      return i18n.t('popup.alert_counter_partial', values);
    case 'below-minimum':
      return i18n.t('popup.alert_counter_below_minimum', values);
    case 'unread':
      return i18n.t('popup.alert_counter_unread', values);
    case 'gone':
      return detail['count'] === 1
        ? i18n.t('popup.alert_counter_gone', values)
        : i18n.t('popup.alert_counter_gone_many', { count: String(detail['count'] ?? '…') });
    default:
      return i18n.t('popup.alert_counter_note', values);
  }
}

/** Cents, as another release may have left them out. */
function amount(value: string | number | undefined): string {
  return typeof value === 'number' && Number.isSafeInteger(value) ? moneyText(cents(value)) : '…';
}
