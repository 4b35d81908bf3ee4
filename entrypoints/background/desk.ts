import { browser } from 'wxt/browser';
import { createActHandlers } from '@/lib/engine/desk/acts/handlers';
import { type ActAbout, createPendingActs } from '@/lib/engine/desk/acts/pending';
import type { EnginePorts } from '@/lib/engine/ports';
import type { KeyValueStore } from '@/lib/key-value-store';
import type { Operators } from './operators';

/** Large enough for the longest of them; a window of the browser has a bar of its own. */
const WINDOW = { width: 480, height: 720 } as const;

/** What the charge desk needs of the browser, beside the drawer. */
export function createDeskWiring(
  engine: EnginePorts,
  session: KeyValueStore,
  operators: Pick<Operators, 'nameOf'>,
  wake: () => void,
) {
  const { now, random } = engine;
  const pending = createPendingActs({ session, now, random });
  return {
    handlers: createActHandlers({ engine, pending, wake, nameOf: operators.nameOf }),
    /** In a window of the extension's own, which no page can frame or cover. */
    openAct: async (about: ActAbout): Promise<void> => {
      const id = await pending.issue(about);
      const url = `${browser.runtime.getURL('/confirm.html')}#${id}`;
      await browser.windows.create({ type: 'popup', url, ...WINDOW });
    },
  };
}
