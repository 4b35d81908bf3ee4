import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Archive } from './asaas-archive.ts';

/** Requests of a turn, at most (`MOST_PER_TURN`). */
const TURN = 20;
/** How soon a turn that did not begin is asked for again: the one before it was not over yet. ms. */
const AGAIN = 40;
/** A turn that asks for nothing for so long had less than its 20 to ask for. ms. */
const QUIET = 500;
const PATIENCE = 600_000;

export interface Driven {
  /** The pages that were asked for. */
  readonly lists: readonly string[];
  readonly importMs: number;
  /** Of it, between the last page of a turn and the first of the next. */
  readonly betweenMs: number;
  readonly turns: number;
}

/**
 * Lets one turn of the sweeps follow another until so many charges are in the ledger. `page` is one of the
 * extension's own.
 */
export async function driveSweeps(page: Page, archive: Archive, charges: number): Promise<Driven> {
  await ask(page, { verb: 'sync/save', sync: { sharePercent: 50, browsersPerAccount: 1 } });
  const from = archive.lists.length;
  const asked = () => archive.lists.length;
  const began = performance.now();
  let betweenMs = 0;
  let turns = 0;
  while (!archive.isRead()) {
    const before = asked();
    const over = performance.now();
    while (asked() === before && !archive.isRead()) {
      if (performance.now() - began > PATIENCE) throw new Error('the sweeps do not go on');
      // About no job at all: it only wakes the worker.
      await ask(page, { verb: 'job/retry', id: '0'.repeat(32) });
      await sleep(AGAIN);
    }
    betweenMs += performance.now() - over;
    turns += 1;
    for (let seen = before; asked() < before + TURN && asked() !== seen && !archive.isRead();) {
      seen = asked();
      for (let waited = 0; waited < QUIET && asked() === seen; waited += 2) await sleep(2);
    }
  }
  while ((await countCharges(page)) < charges) await sleep(AGAIN);
  const importMs = performance.now() - began;
  return { lists: archive.lists.slice(from), importMs, betweenMs, turns };
}

async function ask(page: Page, message: object): Promise<void> {
  await page.evaluate(async (request) => {
    const { chrome } = window as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    await chrome.runtime.sendMessage(request);
  }, message);
}

/** Charges in the ledger, as a page of the extension sees it. */
function countCharges(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('ponte');
        opening.onerror = () => reject(new Error('no ledger'));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('charges').objectStore('charges').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(new Error('no count'));
          database.close();
        };
      }),
  );
}
