import { toBase64Url } from '../../../base64.ts';
import { CHARGE_ACTS } from '../../../billing/acts/charge-act.ts';
import type { KeyValueStore } from '../../../key-value-store.ts';
import { oneAtATime } from '../../../one-at-a-time.ts';
import { z } from '../../../schema.ts';

/*
 * What a drawer asked for, until somebody confirms it in its window. Any page can be told to open an address
 * of the extension, so the address says nothing but a secret that is good for one act, once, for ten
 * minutes. It lies in `storage.session`: a worker killed in between forgets nothing, and a closed browser
 * everything.
 */
const LIFE = 10 * 60_000;
const BYTES = 32;
/** Nobody has that many windows open; the oldest make room. */
const MOST_KEPT = 20;
const KEY = 'desk:acts';

const about = z.object({
  origin: z.string(),
  invoiceId: z.string(),
  chargeId: z.string(),
  kind: z.enum(CHARGE_ACTS),
  /** IXC's number of the user in whose drawer it was asked for. */
  operator: z.string().nullish(),
});
const kept = z.array(about.extend({ id: z.string(), until: z.number() }));
type Kept = z.infer<typeof kept>;

/** Which act on which charge, of which panel's invoice. */
export type ActAbout = Readonly<z.infer<typeof about>>;

export interface PendingActs {
  /** A secret of 43 characters for one act. */
  readonly issue: (about: ActAbout) => Promise<string>;
  /** Null once it was spent, or is too old. */
  readonly read: (id: string) => Promise<ActAbout | null>;
  /** Gives it, for the only time; `giveBack` makes it good again where nothing came of it. */
  readonly spend: (
    id: string,
  ) => Promise<{ about: ActAbout; giveBack: () => Promise<void> } | null>;
}

export interface PendingActsOptions {
  readonly session: KeyValueStore;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
}

/** The acts that wait for their windows. Calls run one after another: each is confirmed once. */
export function createPendingActs({ session, now, random }: PendingActsOptions): PendingActs {
  const inTurn = oneAtATime();

  async function fresh(): Promise<Kept> {
    const stored = kept.safeParse(await session.get(KEY));
    return stored.success ? stored.data.filter(({ until }) => until > now()) : [];
  }
  const keep = (acts: Kept) => session.set(KEY, acts.slice(-MOST_KEPT));

  return {
    issue: (asked) =>
      inTurn(async () => {
        const id = toBase64Url(random(BYTES));
        const { origin, invoiceId, chargeId, kind, operator = null } = asked;
        const entry = { origin, invoiceId, chargeId, kind, operator, id, until: now() + LIFE };
        await keep([...(await fresh()), entry]);
        return id;
      }),
    read: (id) => inTurn(async () => (await fresh()).find((entry) => entry.id === id) ?? null),
    spend: (id) =>
      inTurn(async () => {
        const all = await fresh();
        const entry = all.find((each) => each.id === id);
        if (!entry) return null;
        await keep(all.filter((each) => each !== entry));
        const giveBack = () => inTurn(async () => keep([...(await fresh()), entry]));
        return { about: entry, giveBack };
      }),
  };
}
