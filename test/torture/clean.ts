import { createBook } from './actions/book.ts';
import { sendInvoice } from './actions/operator.ts';
import { createBrowser } from './browser/browser.ts';
import { judge } from './oracle/judge.ts';
import type { Breach } from './oracle/verdict.ts';
import { takeOverTime } from './time/process-time.ts';
import { pump } from './time/pump.ts';
import { chargesOf, createWorld, HOUR, type World } from './world/world.ts';

/** What sending costs while nothing goes wrong, in requests to Asaas per invoice. */
export interface CleanRun {
  readonly invoices: number;
  readonly perInvoice: {
    /** Read by the drawer before anything is confirmed. */
    readonly preview: number;
    /** From the confirmation to the charge. */
    readonly send: number;
    /** Until the job is done. */
    readonly verify: number;
  };
  readonly breaches: readonly Breach[];
}

/** Known payers, one browser, no faults, no kills. */
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
  const { clock, invoices } = world;
  const book = createBook(clock.now);
  const browser = createBrowser(world, 'browser-1', 1);
  await Promise.all(
    invoices.map(async (id, at) => {
      await clock.sleep(at * 20_000);
      book.sent(id, browser.name, await sendInvoice(world, browser, id));
    }),
  );
  await clock.sleep(HOUR);
  const { breaches } = await judge(world, book, [browser]);
  const asked = { preview: 0, send: 0, verify: 0 };
  const firstSeen = new Map(
    invoices.map((id) => [id, chargesOf(world, id)[0]?.createdAt ?? Infinity]),
  );
  const intents = await browser.look(({ jobs }) => jobs.toArray());
  const confirmedAt = new Map(intents.map((job) => [job.invoiceId, job.createdAt]));
  for (const { reference, time } of world.asaas.control.requests()) {
    const [, id] = /^ixc:\d+:(\d+)(?::2)?$/.exec(reference ?? '') ?? [];
    if (id === undefined) continue;
    if (time < (confirmedAt.get(id) ?? Infinity)) asked.preview += 1;
    else if (time <= (firstSeen.get(id) ?? Infinity)) asked.send += 1;
    else asked.verify += 1;
  }
  const each = (count: number) => count / invoices.length;
  return {
    invoices: invoices.length,
    perInvoice: {
      preview: each(asked.preview),
      send: each(asked.send),
      verify: each(asked.verify),
    },
    breaches,
  };
}
