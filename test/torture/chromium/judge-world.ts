import type { ChargeRecord } from '../../emulators/asaas/index.ts';
import type { Invoice, World } from '../../e2e/harness/world.ts';
import type { Profile } from './profile.ts';
import { readLedger } from './read-ledger.ts';
import { sleep } from './send-all.ts';

export interface BrowserVerdict {
  readonly breaches: readonly string[];
  readonly ends: ReadonlyMap<string, number>;
}

/** A lost answer is looked for again for ten minutes and more before anything is asked anew. ms. */
const PATIENCE = 16 * 60_000;

/** Waits until both outboxes came to their end, and compares everything with the emulators themselves. */
export async function judgeWorld(
  world: World,
  profiles: readonly Profile[],
  invoices: readonly Invoice[],
  say: (text: string) => void,
): Promise<BrowserVerdict> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const ledgers = await Promise.all(profiles.map(readLedger));
    const open = ledgers.flatMap(({ jobs }) => jobs.filter((job) => job.activeKey !== undefined));
    say(`${open.length} jobs are not over`);
    if (open.length === 0 || Date.now() > deadline) break;
    await sleep(20_000);
  }
  // The other browser's charges are seen by the sweeps of the next minutes.
  for (const { session } of profiles) await updateNow(session);
  const ends = new Map<string, number>();
  const breaches: string[] = [];
  const ledgers = await Promise.all(profiles.map(readLedger));
  for (const { id } of invoices) {
    const live = world.chargesOf(id).filter(({ deleted }) => !deleted);
    const jobs = ledgers.flatMap((ledger) => ledger.jobs.filter((job) => job.invoiceId === id));
    const end = `${live.length} live, ${jobs.length === 0 ? 'never confirmed' : 'confirmed'}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    const isExplained = jobs.some(({ state }) => state === 'blocked' || state === 'unknown');
    if (live.length > 1) breaches.push(`invoice ${id}: ${live.length} live charges`);
    if (live.length === 0 && jobs.length > 0 && !isExplained) breaches.push(`invoice ${id}: lost`);
    if (live.length > 0 && jobs.length === 0) breaches.push(`invoice ${id}: charged unasked`);
    for (const charge of live) breaches.push(...compared(charge, ledgers));
  }
  const writes = world.ixc.control.writes();
  if (writes.length > 0) breaches.push(`${writes.length} writes to IXC`);
  return { breaches, ends };
}

function compared(
  charge: ChargeRecord,
  ledgers: readonly Awaited<ReturnType<typeof readLedger>>[],
): string[] {
  return ledgers.flatMap(({ name, charges }) => {
    const row = charges.find(({ id }) => id === charge.id);
    const isSame = row?.status === charge.status && row.value === charge.value;
    return isSame ? [] : [`${name} says ${row?.status ?? 'nothing'} of ${charge.id}`];
  });
}

async function updateNow(session: Profile['session']): Promise<void> {
  const page = await session.extensionPage('popup.html');
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({ verb: 'sync/now' }).catch(() => null);
  });
  await sleep(8000);
  await page.close();
}
