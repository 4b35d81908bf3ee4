import { readAttention } from '@/lib/engine/notify/attention';
import { createNotices } from '@/lib/engine/notify/notices';
import type { EnginePorts } from '@/lib/engine/ports';
import type { NoticeKind } from '@/lib/settings/settings';
import { noticePort, openTarget } from './notifications';
import { showAttention } from './toolbar-badge';

export interface Noticing {
  /** Tells the operating system, the panels and the toolbar's badge what happened since the last time. */
  readonly tell: () => Promise<void>;
  readonly clicked: (kind: NoticeKind) => Promise<void>;
  readonly dismissed: (kind: NoticeKind) => Promise<void>;
}

export function createNoticing(engine: EnginePorts): Noticing {
  const notices = createNotices(engine, noticePort);
  return {
    tell: async () => {
      const told = notices.tell();
      // What cannot be told keeps nobody from being shown what waits.
      await Promise.allSettled([told, readAttention(engine.ledger).then(showAttention)]);
    },
    clicked: async (kind) => openTarget(await notices.clicked(kind)),
    dismissed: notices.dismissed,
  };
}
