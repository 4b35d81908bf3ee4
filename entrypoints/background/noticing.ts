import { readAttention } from '@/lib/engine/notify/attention';
import { createNotices } from '@/lib/engine/notify/notices';
import type { EnginePorts } from '@/lib/engine/ports';
import { noticePort, openTarget, type NoticeEvent } from './notifications';
import { showAttention } from './toolbar-badge';
import type { WayToInvoice } from './way-to-invoice';

export interface Noticing {
  /** Tells the operating system, the panels and the toolbar's badge what happened since the last time. */
  readonly tell: () => Promise<void>;
  readonly hear: (event: NoticeEvent) => Promise<void>;
}

export function createNoticing(engine: EnginePorts, way: WayToInvoice): Noticing {
  const notices = createNotices(engine, noticePort);
  return {
    tell: async () => {
      const told = notices.tell();
      // What cannot be told keeps nobody from being shown what waits.
      await Promise.allSettled([told, readAttention(engine.ledger).then(showAttention)]);
    },
    hear: async ({ what, kind }) => {
      if (what === 'dismissed') await notices.dismissed(kind);
      else await openTarget(await notices.clicked(kind), way);
    },
  };
}
