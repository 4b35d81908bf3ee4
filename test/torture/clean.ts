import { createBook } from './actions/book.ts';
import { sendInvoice } from './actions/operator.ts';
import { createBrowser } from './browser/browser.ts';
import { judge } from './oracle/judge.ts';
import type { Breach } from './oracle/verdict.ts';
import { takeOverTime } from './time/process-time.ts';
import { pump } from './time/pump.ts';
import { KINDS, type Tally, totalOf } from './world/asked.ts';
import { HOUSES, SETTINGS } from './world/provider.ts';
import { createWorld, HOUR, type World } from './world/world.ts';

/** What sending costs while nothing goes wrong, in requests to Asaas per invoice; sweeps are not among them. */
export interface CleanRun {
  readonly invoices: number;
  /** From the confirmation to the last verification. */
  readonly operation: Cost;
  /** What the drawer read before it, and shows after it. */
  readonly drawer: Cost;
  readonly breaches: readonly Breach[];
}

export interface Cost {
  readonly total: number;
  readonly parts: Readonly<Tally>;
}

/** One browser sends many, one after the other. ms. */
const EVERY = 2000;

/** Known payers, one account, one browser, no faults, no kills. */
export async function cleanRun(seed: number, invoices: number): Promise<CleanRun> {
  const world = createWorld({ seed, invoices, payers: 'all-known' });
  const giveBack = takeOverTime(world.clock);
  try {
    return await pump(world.clock, sendAll(world));
  } finally {
    world.clock.dispose();
    giveBack();
  }
}

async function sendAll(world: World): Promise<CleanRun> {
  const { clock, invoices, asked } = world;
  const book = createBook(clock.now);
  const browser = createBrowser(world, 'browser-1', 1);
  browser.configure({ ...SETTINGS, accounts: [HOUSES[0].settings] });
  await Promise.all(
    invoices.map(async (id, at) => {
      await clock.sleep(at * EVERY);
      book.sent(id, browser.name, await sendInvoice(world, browser, id));
    }),
  );
  await clock.sleep(HOUR);
  const { breaches } = await judge(world, book, [browser]);
  return {
    invoices: invoices.length,
    operation: costOf(asked.operation, invoices.length),
    drawer: costOf(asked.drawer, invoices.length),
    breaches,
  };
}

function costOf(tally: Tally, invoices: number): Cost {
  const parts = { ...tally };
  for (const kind of KINDS) parts[kind] /= invoices;
  return { total: totalOf(tally) / invoices, parts };
}
