import { i18n } from '#i18n';
import type { NoticeChannel, NoticeSlot } from '../lib/billing/notices/notice.ts';
import { IXC_FIELDS, type IxcTells } from '../lib/billing/notices/told-twice.ts';

const CHANNELS = {
  email: 'notices.email',
  sms: 'notices.sms',
  whatsapp: 'notices.whatsapp',
  call: 'notices.call',
} as const satisfies Readonly<Record<NoticeChannel, string>>;

const SLOTS = {
  created: 'notices.created',
  updated: 'notices.updated',
  'due-today': 'notices.due_today',
  'slip-line': 'notices.slip_line',
  overdue: 'notices.overdue',
  received: 'notices.received',
} as const satisfies Readonly<Partial<Record<NoticeSlot, string>>>;

export const channelText = (channel: NoticeChannel): string => i18n.t(CHANNELS[channel]);

/** `days`: before the due date, or between repetitions; null where each payer has its own. */
export function slotText(slot: NoticeSlot, days: number | null): string {
  const count = days === null ? '' : String(days);
  if (slot === 'due-soon') {
    return days === null
      ? i18n.t('notices.due_soon')
      : i18n.t('notices.due_soon_days', { days: count });
  }
  if (slot === 'overdue-again') {
    return days === null
      ? i18n.t('notices.overdue_again')
      : i18n.t('notices.overdue_again_days', { days: count });
  }
  return i18n.t(SLOTS[slot]);
}

/** What of IXC tells the customer, and where it is changed: the extension never writes there. */
export function ixcTellsText(which: IxcTells): string {
  const field = IXC_FIELDS[which];
  switch (which) {
    case 'email':
      return i18n.t('notices.ixc_email', { field });
    case 'sms':
      return i18n.t('notices.ixc_sms', { field });
    case 'collection':
      return i18n.t('notices.ixc_collection', { field });
    case 'carteira':
      return i18n.t('notices.ixc_carteira', { field });
  }
}
