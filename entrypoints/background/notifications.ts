import { browser } from 'wxt/browser';
import type { NoticePort, NoticeTarget } from '@/lib/engine/notify/notices';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/settings/settings';
import { noticeWords } from './notice-words';
import { openInPanel, pushToPanel } from './pushes';

/** One notification of each kind: the next one takes its place. */
const PREFIX = 'notice-';

/** What kind a notification is of; null for one that is not ours. */
export function noticeKindOf(notificationId: string): NoticeKind | null {
  return NOTICE_KINDS.find((kind) => notificationId === PREFIX + kind) ?? null;
}

export const noticePort: NoticePort = {
  show: async (notice) => {
    await browser.notifications.create(PREFIX + notice.kind, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png'),
      ...noticeWords(notice),
    });
  },
  clear: async (kind) => {
    await browser.notifications.clear(PREFIX + kind);
  },
  toast: ({ origin, invoiceId, group }) =>
    pushToPanel(origin, { push: 'toast', id: invoiceId, group }),
};

/** Brings a person to what a notice was about. */
export async function openTarget(target: NoticeTarget): Promise<void> {
  switch (target.to) {
    case 'options':
      return browser.runtime.openOptionsPage();
    case 'popup':
      await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
      return;
    case 'invoice':
      return openInPanel(target.origin, target.invoiceId);
  }
}
