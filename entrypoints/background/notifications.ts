import { browser } from 'wxt/browser';
import type { NoticePort, NoticeTarget } from '@/lib/engine/notify/notices';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/settings/settings';
import { noticeWords } from './notice-words';
import { pushToPanel } from './pushes';
import type { WayToInvoice } from './way-to-invoice';

/** One notification of each kind: the next one takes its place. */
const PREFIX = 'notice-';

const kindOf = (id: string) =>
  NOTICE_KINDS.find((kind) => id === PREFIX + kind || id.startsWith(`${PREFIX}${kind}.`));

/**
 * Firefox loses the second of two notifications with one id when the first is gone, and could never take it
 * away: there each has its own.
 */
const newId = (kind: NoticeKind) =>
  import.meta.env.FIREFOX ? `${PREFIX}${kind}.${Date.now()}` : PREFIX + kind;

async function standing(kind: NoticeKind): Promise<string[]> {
  const all = await browser.notifications.getAll();
  return Object.keys(all).filter((id) => kindOf(id) === kind);
}

/** What a person did with a notification of ours. */
export interface NoticeEvent {
  readonly what: 'clicked' | 'dismissed';
  readonly kind: NoticeKind;
}

/** Registers at once. */
export function onNotification(hear: (event: NoticeEvent) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    const kind = kindOf(id);
    if (kind) hear({ what: 'clicked', kind });
  });
  // Firefox says of every notification that a person took it away, also of what was replaced or ran out.
  if (import.meta.env.FIREFOX) return;
  browser.notifications.onClosed.addListener((id, byUser) => {
    const kind = kindOf(id);
    // One that the system put away may still be read in its list.
    if (kind && byUser) hear({ what: 'dismissed', kind });
  });
}

export const noticePort: NoticePort = {
  show: async (notice) => {
    const before = await standing(notice.kind);
    const id = newId(notice.kind);
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png'),
      ...noticeWords(notice),
    });
    for (const old of before) if (old !== id) await browser.notifications.clear(old);
  },
  clear: async (kind) => {
    for (const id of await standing(kind)) await browser.notifications.clear(id);
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
