import { browser } from 'wxt/browser';
import type { NoticePort, NoticeTarget } from '@/lib/engine/notify/notices';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/settings/settings';
import { noticeWords } from './notice-words';
import { pushToPanel } from './pushes';
import type { WayToInvoice } from './way-to-invoice';

/** One notification of each kind: the next one takes its place. */
const PREFIX = 'notice-';

/** What a person did with a notification of ours. */
export interface NoticeEvent {
  readonly what: 'clicked' | 'dismissed';
  readonly kind: NoticeKind;
}

/** Registers at once. */
export function onNotification(hear: (event: NoticeEvent) => void): void {
  const kindOf = (id: string) => NOTICE_KINDS.find((kind) => id === PREFIX + kind);
  browser.notifications.onClicked.addListener((id) => {
    const kind = kindOf(id);
    if (kind) hear({ what: 'clicked', kind });
  });
  browser.notifications.onClosed.addListener((id, byUser) => {
    const kind = kindOf(id);
    // One that the system put away may still be read in its list.
    if (kind && byUser) hear({ what: 'dismissed', kind });
  });
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
export async function openTarget(target: NoticeTarget, way: WayToInvoice): Promise<void> {
  switch (target.to) {
    case 'options':
      return browser.runtime.openOptionsPage();
    case 'popup':
      await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
      return;
    case 'invoice':
      return way.open(target.origin, target.invoiceId);
  }
}
