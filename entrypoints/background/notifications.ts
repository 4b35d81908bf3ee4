import { browser } from 'wxt/browser';
import type { NoticePort, NoticeTarget } from '@/lib/engine/notify/notices';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/settings/settings';
import { noticeWords } from './notice-words';
import { openInPanel, pushToPanel } from './pushes';

/** One notification of each kind: the next one takes its place. */
const PREFIX = 'notice-';

/** Listens to what a person does with a notification of ours. Registers at once. */
export function onNotifications(
  clicked: (kind: NoticeKind) => void,
  dismissed: (kind: NoticeKind) => void,
): void {
  const kindOf = (id: string) => NOTICE_KINDS.find((kind) => id === PREFIX + kind);
  browser.notifications.onClicked.addListener((id) => {
    const kind = kindOf(id);
    if (kind) clicked(kind);
  });
  browser.notifications.onClosed.addListener((id, byUser) => {
    const kind = kindOf(id);
    // One that the system put away may still be read in its list.
    if (kind && byUser) dismissed(kind);
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
