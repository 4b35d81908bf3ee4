import type { KeyValueStore } from '../../key-value-store.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { z } from '../../schema.ts';

/** Long enough for somebody to log in first; after it, a drawer that opens by itself would be a surprise. ms. */
const LIFE = 10 * 60_000;
/** The oldest make room. */
const MOST_KEPT = 20;
const KEY = 'drawer:awaited';

/**
 * Drawers that a person asked for in a panel that is not there yet: its script asks when it has arrived.
 * They lie in `storage.session`, so that a worker killed meanwhile still knows.
 */
export interface AwaitedDrawers {
  /**
   * The tab will show the panel, and this invoice is wanted there; what was wanted in it before is not any
   * more. A panel that arrives before `tab` is known waits for it. Undefined: there is no such tab.
   */
  readonly expect: (
    tab: Promise<number | undefined>,
    about: { readonly origin: string; readonly invoiceId: string },
  ) => Promise<void>;
  /** The panel is there: gives the invoice that is wanted in it, once, or null. */
  readonly take: (tabId: number, origin: string) => Promise<string | null>;
}

const kept = z.array(
  z.object({
    tabId: z.number(),
    origin: z.string(),
    invoiceId: z.string(),
    /** ms since the epoch. */
    until: z.number(),
  }),
);
type Kept = z.infer<typeof kept>;

/** `now` in ms since the epoch. Calls run one after another: what is wanted is given once. */
export function createAwaitedDrawers(session: KeyValueStore, now: () => number): AwaitedDrawers {
  const inTurn = oneAtATime();

  async function read(): Promise<Kept> {
    const stored = kept.safeParse(await session.get(KEY));
    return stored.success
      ? stored.data.filter(({ until }) => until > now() && until <= now() + LIFE)
      : [];
  }

  return {
    expect: (opening, about) =>
      inTurn(async () => {
        const tabId = await opening;
        if (tabId === undefined) return;
        const others = (await read()).filter((one) => one.tabId !== tabId);
        const wanted = [...others, { tabId, ...about, until: now() + LIFE }];
        await session.set(KEY, wanted.slice(-MOST_KEPT));
      }),

    take: (tabId, origin) =>
      inTurn(async () => {
        const all = await read();
        const wanted = all.find((one) => one.tabId === tabId && one.origin === origin);
        if (wanted === undefined) return null;
        await session.set(
          KEY,
          all.filter((one) => one !== wanted),
        );
        return wanted.invoiceId;
      }),
  };
}
