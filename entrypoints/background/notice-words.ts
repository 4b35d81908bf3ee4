import { i18n } from '#i18n';
import { formatBrl } from '@/lib/billing/money';
import type { Notice } from '@/lib/engine/notify/notices';

export interface NoticeWords {
  readonly title: string;
  readonly message: string;
}

/** What a notice says. A name is in it only where the engine gave one. */
export function noticeWords({ kind, count, total, only }: Notice): NoticeWords {
  const amount = formatBrl(total);
  const invoice = only?.invoiceId ?? '';
  const name = only?.customerName;
  const sum =
    only === null
      ? i18n.t('notice.total', { amount })
      : name
        ? i18n.t('notice.charge_of', { invoice, name, amount })
        : i18n.t('notice.charge', { invoice, amount });
  switch (kind) {
    case 'received':
      return { title: i18n.t('notice.received_title', count), message: sum };
    case 'overdue':
      return { title: i18n.t('notice.overdue_title', count), message: sum };
    case 'blocked': {
      const one = only && i18n.t('notice.blocked', { invoice });
      const message = one ?? i18n.t('notice.blocked_several');
      return { title: i18n.t('notice.blocked_title', count), message };
    }
    case 'paid-twice': {
      const message = only ? twice(only, invoice) : i18n.t('notice.paid_twice_several');
      return { title: i18n.t('notice.paid_twice_title', count), message };
    }
    case 'key-lapse':
      return {
        title: i18n.t('notice.key_lapse_title', count),
        message: i18n.t('notice.key_lapse'),
      };
  }
}

function twice({ alert }: NonNullable<Notice['only']>, invoice: string): string {
  return alert === 'paid-on-both-sides'
    ? i18n.t('notice.paid_on_both_sides', { invoice })
    : i18n.t('notice.paid_twice', { invoice });
}
