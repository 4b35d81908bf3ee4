import type { Book } from '../actions/book.ts';
import type { Browser } from '../browser/browser.ts';
import type { World } from '../world/world.ts';
import { judgeCharges } from './charges.ts';
import { judgeLedgers } from './ledgers.ts';
import { judgeTraffic } from './traffic.ts';
import type { Breach, Counts } from './verdict.ts';
import { takeView } from './view.ts';

export interface Verdict {
  readonly breaches: readonly Breach[];
  readonly ends: Counts;
  /** Audit chains, of both browsers and of every installation that they took the place of. */
  readonly chains: { readonly all: number; readonly broken: number };
}

/** The oracle: what the emulated systems hold decides, never what a ledger believes. */
export async function judge(
  world: World,
  book: Book,
  browsers: readonly Browser[],
): Promise<Verdict> {
  const view = await takeView(world, browsers);
  const ends: Counts = new Map();
  const breaches = [
    ...judgeCharges(view, book, ends),
    ...judgeLedgers(view, book, ends),
    ...judgeTraffic(view),
  ];
  const chains = view.browsers.flatMap(({ audit }) => audit.installations);
  const broken = chains.filter(({ brokenAt }) => brokenAt !== null).length;
  return { breaches, ends, chains: { all: chains.length, broken } };
}
