import { sendAtOnce } from '@/lib/engine/panel/one-click';
import type { EnginePorts } from '@/lib/engine/ports';
import type { DrawerTokens } from '@/lib/messages/drawer-tokens';
import type { PanelHandlers, PanelSender } from '@/lib/messages/router';
import type { Operators } from './operators';

interface DrawerPanelPorts {
  /** For what a person waits for. */
  readonly engine: EnginePorts;
  readonly tokens: Pick<DrawerTokens, 'issue'>;
  readonly operators: Pick<Operators, 'asking'>;
  readonly wake: () => void;
}

/** What a row's button asks for: the drawer of its invoice, or one click that sends. */
export function createDrawerPanel({
  engine,
  tokens,
  operators,
  wake,
}: DrawerPanelPorts): Pick<PanelHandlers, 'panel/open' | 'panel/send'> {
  async function open(invoiceId: string, { tabId, origin }: PanelSender) {
    return { token: await tokens.issue({ tabId, origin, invoiceId }) };
  }
  return {
    'panel/open': ({ id }, from) => open(id, from),
    'panel/send': async ({ id }, from) => {
      const asking = await operators.asking(engine, from);
      const sent = await sendAtOnce(asking, from.origin, id).catch(() => false);
      // Whatever keeps it from being sent at once is told in the drawer.
      if (!sent) return open(id, from);
      wake();
      return { sent };
    },
  };
}
