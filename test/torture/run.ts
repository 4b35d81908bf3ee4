import { createBook, type Book } from './actions/book.ts';
import { liveThrough } from './actions/fates.ts';
import { afterwards } from './actions/afterwards.ts';
import { createTrouble, type Turns } from './actions/turns.ts';
import { createWeather, type Struck } from './actions/weather.ts';
import { createBrowser, type Browser } from './browser/browser.ts';
import { judge, type Verdict } from './oracle/judge.ts';
import { createDice } from './time/dice.ts';
import { watchStrayFailures } from './time/stray-failures.ts';
import { takeOverTime } from './time/process-time.ts';
import { pump } from './time/pump.ts';
import { createWorld, HOUR, type World } from './world/world.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly invoices: number;
  /** Called now and then, with how many invoices have come to their end. */
  readonly onProgress: (done: number, world: World) => void;
}

export interface Outcome {
  readonly world: World;
  readonly book: Book;
  readonly browsers: readonly Browser[];
  readonly verdict: Verdict;
  readonly struck: Struck;
  readonly turns: Turns;
  readonly kills: number;
  /** Virtual time, ms. */
  readonly lasted: number;
}

/** An invoice begins its life this often. ms. */
const EVERY = 60_000;

/** Both browsers send everything while everything goes wrong; then the oracle looks. */
export async function torture({ seed, invoices, onProgress }: TortureOptions): Promise<Outcome> {
  const world = createWorld({ seed, invoices, payers: 'some-unknown' });
  const giveBack = takeOverTime(world.clock);
  const strays = watchStrayFailures();
  try {
    const outcome = await pump(world.clock, live(world, onProgress));
    return withStrays(outcome, strays.stop());
  } finally {
    strays.stop();
    world.clock.dispose();
    giveBack();
  }
}

function withStrays(outcome: Outcome, strays: readonly unknown[]): Outcome {
  const breaches = strays.map((reason) => ({
    rule: 'a promise broke unheard',
    invoiceId: null,
    detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
  }));
  const { verdict } = outcome;
  return { ...outcome, verdict: { ...verdict, breaches: [...verdict.breaches, ...breaches] } };
}

async function live(world: World, onProgress: TortureOptions['onProgress']): Promise<Outcome> {
  const { clock, seed, invoices } = world;
  const start = clock.now();
  const book = createBook(clock.now);
  const browsers = [
    createBrowser(world, 'browser-1', seed * 10 + 1),
    createBrowser(world, 'browser-2', seed * 10 + 2),
  ] as const;
  await Promise.all(browsers.map((browser) => browser.worker()));
  const span = invoices.length * EVERY + HOUR;
  const weather = createWeather(world, browsers);
  const trouble = createTrouble(world, book, browsers, span);
  const stage = { world, book, browsers, dice: createDice(seed * 31 + 4) };
  const raging = Promise.all([weather.rage(), trouble.befall()]);
  let done = 0;
  const lives = invoices.map(async (id, at) => {
    await clock.sleep(at * EVERY);
    await liveThrough(stage, id);
    done += 1;
    onProgress(done, world);
  });
  await clock.sleep(span);
  weather.stop();
  await trouble.stop();
  await Promise.all([...lives, raging]);
  await afterwards(stage);
  const verdict = await judge(world, book, browsers);
  return {
    ...{ world, book, browsers, verdict },
    struck: weather.struck(),
    turns: trouble.turns(),
    kills: browsers.reduce((sum, browser) => sum + browser.kills(), 0),
    lasted: clock.now() - start,
  };
}
