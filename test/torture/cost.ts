import { createBook } from './actions/book.ts';
import { sendUntilConfirmed } from './actions/operator.ts';
import { ASAAS_TROUBLES, type AsaasTrouble } from './actions/weather-asaas.ts';
import { createBrowser } from './browser/browser.ts';
import { judge } from './oracle/judge.ts';
import type { Breach } from './oracle/verdict.ts';
import { takeOverTime } from './time/process-time.ts';
import { pump } from './time/pump.ts';
import { KINDS, type Tally, totalOf } from './world/asked.ts';
import { HOUSES, SETTINGS } from './world/provider.ts';
import { createWorld, HOUR, MINUTE, type World } from './world/world.ts';

/** What sending costs, in requests to Asaas per invoice; sweeps are not among them. */
export interface CostRun {
  readonly invoices: number;
  readonly how: Sending;
  /** From the confirmation to the last look at it. */
  readonly operation: Cost;
  /** What the drawer read before it, and shows after it. */
  readonly drawer: Cost;
  /** Requests that a fault struck, of all. */
  readonly struck: number;
  readonly breaches: readonly Breach[];
}

export interface Cost {
  readonly total: number;
  readonly parts: Readonly<Tally>;
}

export interface Sending {
  /** One is sent after the other, so many ms apart. */
  readonly every: number;
  /** One in so many requests meets a fault, each kind of Asaas's alike. Null: nothing goes wrong. */
  readonly oneIn: number | null;
}

/** What an operator does by hand, and nothing goes wrong. */
const CLEAN: Sending = { every: 2000, oneIn: null };
/** After the longest late commit that the emulator knows, and the two days of looking for it. */
const AFTERMATH = 52 * HOUR;

/** Known payers, one account, one browser, no kills. */
export async function costRun(
  seed: number,
  invoices: number,
  how: Partial<Sending> = {},
): Promise<CostRun> {
  const world = createWorld({ seed, invoices, payers: 'all-known' });
  const giveBack = takeOverTime(world.clock);
  try {
    return await pump(world.clock, sendAll(world, { ...CLEAN, ...how }));
  } finally {
    world.clock.dispose();
    giveBack();
  }
}

async function sendAll(world: World, how: Sending): Promise<CostRun> {
  const { clock, invoices, asked, asaas } = world;
  const book = createBook(clock.now);
  const browser = createBrowser(world, 'browser-1', 1);
  browser.configure({ ...SETTINGS, accounts: [HOUSES[0].settings] });
  if (how.oneIn !== null) for (const rule of rulesOf(1 / how.oneIn)) asaas.control.addFault(rule);
  await Promise.all(
    invoices.map(async (id, at) => {
      await clock.sleep(at * how.every);
      book.sent(id, browser.name, await sendUntilConfirmed(world, browser, id));
    }),
  );
  await clock.sleep(HOUR);
  const struck = asaas.control.faults().reduce((sum, { struck: times }) => sum + times, 0);
  if (how.oneIn !== null) {
    asaas.control.clearFaults();
    world.slowDown(10 * MINUTE);
    await clock.sleep(AFTERMATH);
  }
  const { breaches } = await judge(world, book, [browser]);
  return {
    ...{ invoices: invoices.length, how, struck, breaches },
    operation: costOf(asked.operation, invoices.length),
    drawer: costOf(asked.drawer, invoices.length),
  };
}

/** Every kind of trouble at Asaas for as long as it lasts, alike often, `share` of the requests in all. */
function rulesOf(share: number) {
  const probability = share / ASAAS_TROUBLES.length;
  return ASAAS_TROUBLES.flatMap(({ fault, where }) =>
    apart(where).map((place) => ({ ...place, fault, probability, times: 0 })),
  );
}

/** A place that covers the others stands for them. */
function apart(where: AsaasTrouble['where']): AsaasTrouble['where'] {
  const everywhere = where.filter(({ method }) => method === undefined);
  return everywhere.length > 0 ? everywhere : where;
}

function costOf(tally: Tally, invoices: number): Cost {
  const parts = { ...tally };
  for (const kind of KINDS) parts[kind] /= invoices;
  return { total: totalOf(tally) / invoices, parts };
}
