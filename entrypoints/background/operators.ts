import { browser } from 'wxt/browser';
import { askOperator } from '@/lib/engine/drawer/operator';
import type { EngineEvents } from '@/lib/engine/events';
import type { EnginePorts } from '@/lib/engine/ports';
import type { PanelAsk, PanelUser } from '@/lib/messages/panel';
import { z } from '@/lib/schema';

/** What a page's script may answer; anything else counts as no answer. */
const answer = z.strictObject({
  id: z.string().regex(/^[1-9]\d{0,8}$/),
  name: z.string().min(1).max(80).nullable(),
});

export interface PanelPlace {
  readonly tabId: number;
  readonly origin: string;
}

export interface Operators {
  /** Who works in that tab, as its page says. */
  readonly of: (place: PanelPlace) => Promise<PanelUser | null>;
  /** The name that went with a number, as long as this worker lives: it is nowhere else. */
  readonly nameOf: (origin: string, id: string) => string | null;
  /** Ports for what is asked for in that tab, once it said who asks. */
  readonly asking: (engine: EnginePorts, place: PanelPlace) => Promise<EnginePorts>;
}

/** The operators of the open panels. A lock forgets their names, as it hides everybody's. */
export function createOperators({ onVaultTurned }: Pick<EngineEvents, 'onVaultTurned'>): Operators {
  const names = new Map<string, string>();
  onVaultTurned(() => {
    names.clear();
  });

  async function of({ tabId, origin }: PanelPlace): Promise<PanelUser | null> {
    const ask: PanelAsk = { ask: 'operator' };
    const said: unknown = await browser.tabs.sendMessage(tabId, ask, { frameId: 0 });
    const user = answer.safeParse(said).data ?? null;
    if (user?.name != null) names.set(`${origin} ${user.id}`, user.name);
    return user;
  }

  return {
    of,
    nameOf: (origin, id) => names.get(`${origin} ${id}`) ?? null,
    asking: async (engine, place) => {
      const user = await askOperator(() => of(place));
      return { ...engine, operator: () => user?.id ?? null };
    },
  };
}
