/**
 * How long the popup takes until its numbers can be read, with 100,000 charges in the ledger, as a ratio to
 * an empty one. Production build, real Chromium, the real popup.html in a tab; two browsers that differ in
 * nothing but the account that was read, and their samples alternate.
 *
 * A sample is from the beginning of the page's life to the frame after its first number stands there.
 */
import { chromiumSurface } from '../e2e/harness/chromium-surface.ts';
import { type ChromiumSession, launchChromium } from '../e2e/harness/chromium.ts';
import { productionBuild, speaking } from '../e2e/harness/extension-build.ts';
import { saveAccount } from '../e2e/harness/setup.ts';
import { PRODUCTION_KEY, SANDBOX_KEY } from '../emulators/asaas/index.ts';
import { startArchive } from './asaas-archive.ts';
import { driveSweeps } from './drive-sweeps.ts';

const CHARGES = 100_000;
const SAMPLES = 31;
const MAX_RATIO = 1.2;

interface Sample {
  readonly ms: number;
  /** What the first of the numbers said. */
  readonly overdue: string;
}

/** Runs in the page before anything of its own does. */
function watchForNumbers(): void {
  const watch = new MutationObserver(() => {
    const overdue = document.querySelector('[data-figure="overdue"] strong')?.textContent;
    if (overdue === undefined) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => {
        Object.assign(window, { painted: { ms: performance.now(), overdue } });
      });
    });
  });
  watch.observe(document, { childList: true, subtree: true, characterData: true });
}

async function sample({ context, extensionId }: ChromiumSession): Promise<Sample> {
  const page = await context.newPage();
  try {
    await page.addInitScript(watchForNumbers);
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    const painted = await page.waitForFunction(
      () => (window as unknown as { painted?: Sample }).painted,
    );
    const shown = await painted.jsonValue();
    if (shown === undefined) throw new Error('the popup shows no number');
    return shown;
  } finally {
    await page.close();
  }
}

const median = (samples: readonly Sample[]): number =>
  samples.map(({ ms }) => ms).sort((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;

const archive = await startArchive(CHARGES);
const build = await speaking(await productionBuild('chrome'), 'pt-BR');

async function launch(asaasKey: string) {
  const session = await launchChromium({
    extensionDirs: [build.dir],
    routes: { 'api.asaas.com:443': archive.port, 'api-sandbox.asaas.com:443': archive.port },
  });
  const page = await session.extensionPage('options.html');
  await saveAccount(chromiumSurface(page), 'pt-BR', { asaasKey });
  return { session, page };
}

const full = await launch(SANDBOX_KEY);
const empty = await launch(PRODUCTION_KEY);
try {
  const { importMs } = await driveSweeps(full.page, archive, CHARGES);
  console.log(`Filled in ${(importMs / 1000).toFixed(0)} s, from an Asaas that answers at once`);
  const rounds: { readonly empty: Sample; readonly full: Sample }[] = [];
  for (let round = -2; round < SAMPLES; round += 1) {
    const pair = { empty: await sample(empty.session), full: await sample(full.session) };
    // The first two only warm the browsers up.
    if (round >= 0) rounds.push(pair);
  }
  const times = {
    empty: median(rounds.map((round) => round.empty)),
    full: median(rounds.map((round) => round.full)),
  };
  // Median of the rounds' own ratios: what slows the machine slows both samples of a round alike.
  const ratios = rounds.map((round) => ({ ...round.full, ms: round.full.ms / round.empty.ms }));
  const ratio = median(ratios);
  console.log(`Popup until its numbers stand there: medians of ${SAMPLES} interleaved samples`);
  console.table({
    'empty ledger': { ms: times.empty.toFixed(0), overdue: rounds[0]?.empty.overdue, ratio: 1 },
    [`${CHARGES} charges`]: {
      ms: times.full.toFixed(0),
      overdue: rounds[0]?.full.overdue,
      ratio: ratio.toFixed(2),
    },
  });
  console.log(`Aim: a ratio of at most ${MAX_RATIO}`);
  process.exitCode = ratio <= MAX_RATIO ? 0 : 1;
} finally {
  await full.session.close();
  await empty.session.close();
  await build.remove();
  await archive.close();
}
