/**
 * How long the first reading of an account with 100,000 charges takes, from the first page to the last
 * charge on disk, as a ratio to a bare loop in the same worker that fetches and parses the very same pages
 * and keeps nothing. Production build, real Chromium, one run; and what the worker's memory holds after it.
 *
 * Every page takes as long as from a server that is not on this computer, for both. Without that, the loop
 * does in 7 ms what takes IndexedDB alone 16 ms or more: a hundred rows with the indexes of the ledger. How
 * long the import takes from a server that answers at once, `popup-paint.bench.ts` says.
 *
 * The sweeps go on by turns, one a minute; here each turn is begun as soon as the one before it is over,
 * and what passes between the two counts as the import's own.
 */
import type { ChromiumSession } from '../e2e/harness/chromium.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { chromiumSurface } from '../e2e/harness/chromium-surface.ts';
import { productionBuild, speaking } from '../e2e/harness/extension-build.ts';
import { saveAccount } from '../e2e/harness/setup.ts';
import { SANDBOX_KEY } from '../emulators/asaas/index.ts';
import { type Archive, startArchive } from './asaas-archive.ts';
import { driveSweeps } from './drive-sweeps.ts';
import { workerHeap } from './worker-heap.ts';

const CHARGES = 100_000;
/** From a computer in Brazil to Asaas and back, and what it takes to answer: seldom less. ms. */
const LATENCY = 100;
const MAX_RATIO = 1.5;
const MB = 1024 * 1024;

/** Runs in the worker: what nobody could do without. Gives ms. */
async function bareLoop([lists, key]: readonly [readonly string[], string]): Promise<number> {
  const began = performance.now();
  for (const list of lists) {
    const answer = await fetch(`https://api-sandbox.asaas.com${list}`, {
      headers: { access_token: key },
      credentials: 'omit',
      cache: 'no-store',
    });
    JSON.parse(await answer.text());
  }
  return performance.now() - began;
}

async function baseline(session: ChromiumSession, lists: readonly string[]): Promise<number> {
  const worker = await session.worker();
  return worker.evaluate(bareLoop, [lists, SANDBOX_KEY] as const);
}

async function measure(archive: Archive, session: ChromiumSession): Promise<boolean> {
  const page = await session.extensionPage('options.html');
  await saveAccount(chromiumSurface(page), 'pt-BR', { asaasKey: SANDBOX_KEY });
  const before = await workerHeap(session);
  const { lists, importMs, betweenMs, turns } = await driveSweeps(page, archive, CHARGES);
  const after = await workerHeap(session);
  const bare = await baseline(session, lists);
  const ratio = importMs / bare;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log(
    `Import of ${CHARGES} charges: ${lists.length} pages in ${turns} turns, ${LATENCY} ms each`,
  );
  console.table({
    'bare loop': { seconds: seconds(bare), ratio: 1 },
    import: { seconds: seconds(importMs), ratio: ratio.toFixed(2) },
    'of it, between turns': { seconds: seconds(betweenMs), ratio: (betweenMs / bare).toFixed(2) },
  });
  console.log(`Aim: a ratio of at most ${MAX_RATIO}`);
  const requests = lists.length / archive.pages();
  console.log(`Requests against the pages there are: ${requests.toFixed(2)}`);
  console.log(
    `Worker's heap after a collection: ${(before / MB).toFixed(1)} MB before, ${(after / MB).toFixed(1)} MB after`,
  );
  return ratio <= MAX_RATIO;
}

const archive = await startArchive(CHARGES, LATENCY);
const build = await speaking(await productionBuild('chrome'), 'pt-BR');
const session = await launchChromium({
  extensionDirs: [build.dir],
  routes: { 'api.asaas.com:443': archive.port, 'api-sandbox.asaas.com:443': archive.port },
});
try {
  process.exitCode = (await measure(archive, session)) ? 0 : 1;
} finally {
  await session.close();
  await build.remove();
  await archive.close();
}
