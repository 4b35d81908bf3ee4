import { createBook } from './actions/book.ts';
import { sendInvoice } from './actions/operator.ts';
import { createBrowser } from './browser/browser.ts';
import { judge } from './oracle/judge.ts';
import type { Breach } from './oracle/verdict.ts';
import { takeOverTime } from './time/process-time.ts';
import { pump } from './time/pump.ts';
import { HOUSES, SETTINGS } from './world/provider.ts';
import { createWorld, HOUR, type World } from './world/world.ts';

/** What sending costs while nothing goes wrong, in requests to Asaas per invoice. */
export interface CleanRun {
  readonly invoices: number;
  /** By what they ask for; sweeps are not among them. */
  readonly perInvoice: Readonly<Record<Asked, number>>;
  readonly total: number;
  readonly breaches: readonly Breach[];
}

type Asked = 'creation' | 'charges of the invoice' | 'payers' | 'charges alike' | 'codes and fees';

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
  browser.configure({ ...SETTINGS, accounts: [HOUSES[0].settings] });
  await Promise.all(
    invoices.map(async (id, at) => {
      await clock.sleep(at * 20_000);
      book.sent(id, browser.name, await sendInvoice(world, browser, id));
    }),
  );
  await clock.sleep(HOUR);
  const { breaches } = await judge(world, book, [browser]);
  const asked = {
    ...{ creation: 0, 'charges of the invoice': 0, payers: 0 },
    ...{ 'charges alike': 0, 'codes and fees': 0 },
  } satisfies Record<Asked, number>;
  for (const { method, path, query } of world.asaas.control.requests()) {
    const what = askedFor(method, path, query);
    if (what !== null) asked[what] += 1;
  }
  const each = (count: number) => count / invoices.length;
  const total = each(Object.values(asked).reduce((sum, count) => sum + count, 0));
  const perInvoice = {
    creation: each(asked.creation),
    'charges of the invoice': each(asked['charges of the invoice']),
    payers: each(asked.payers),
    'charges alike': each(asked['charges alike']),
    'codes and fees': each(asked['codes and fees']),
  };
  return { invoices: invoices.length, perInvoice, total, breaches };
}

/** Null: a sweep's. */
function askedFor(
  method: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Asked | null {
  if (method !== 'GET') return 'creation';
  if (path === '/v3/customers') return 'payers';
  if (path !== '/v3/payments')
    return path === '/v3/financialTransactions' ? null : 'codes and fees';
  if (query['externalReference'] !== undefined) return 'charges of the invoice';
  return query['customer'] === undefined ? null : 'charges alike';
}
