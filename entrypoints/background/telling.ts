import { browser } from 'wxt/browser';
import { fail, ok } from '@/lib/billing/result';
import { createMessageHandlers } from '@/lib/engine/desk/message/handlers';
import { createNoticeHandlers } from '@/lib/engine/desk/notices/handlers';
import type { MessagePorts } from '@/lib/engine/desk/message/ports';
import type { EnginePorts } from '@/lib/engine/ports';
import { sendIxcMessage } from '@/lib/ixc/webservice/send-message';
import type { SettingsStore } from '@/lib/settings/store';
import type { Vault } from '@/lib/vault/vault';
import { keepingAlive } from './heartbeat';
import { panelTransport } from './transports';

/** What telling payers needs: the operators' own messages of the browser, Asaas's notices of the engine. */
export function createTelling(
  engine: EnginePorts,
  settings: SettingsStore,
  vault: Vault,
  wake: () => void,
) {
  const messages: MessagePorts = {
    openTab: async (url) => {
      await browser.tabs.create({ url });
    },
    ixcMessages: async (origin) => {
      const token = await vault.readSecret(`ixc:${origin}`);
      if (!token.ok) return fail({ code: 'locked' });
      if (token.value === null) return fail({ code: 'ixc-token-missing' });
      const credentials = { origin, token: token.value };
      // The worker's own way alone: a document of the extension makes readings and nothing else.
      const transport = panelTransport(origin, 'direct');
      // An answer that comes to a worker which fell asleep over it would be one that nobody knows.
      return ok((message) => keepingAlive(sendIxcMessage({ transport, credentials }, message)));
    },
  };
  const notices = createNoticeHandlers({ engine, settings, wake });
  return { messages, handlers: { ...createMessageHandlers({ settings }), ...notices } };
}
