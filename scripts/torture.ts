/**
 * `npm run torture`: the real engine and two real browsers against everything that goes wrong, and an
 * oracle that looks at the emulated Asaas itself. Prints the seed; the same seed does the same again.
 *
 *   npm run torture                                   both halves
 *   npm run torture -- --node                         the engine in Node alone
 *   npm run torture -- --browsers                     two Chromium profiles alone
 *   npm run torture -- --seed 123 --invoices 2000     what an earlier run did
 */
import { parseArgs } from 'node:util';
import { BUILD_STEPS, runStep, type Step } from './run-step.ts';
import { ensureBrowsers } from './browsers-install.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    invoices: { type: 'string' },
    node: { type: 'boolean', default: false },
    browsers: { type: 'boolean', default: false },
  },
});
const seed = values.seed ?? String(Date.now() % 1_000_000);
const both = !values.node && !values.browsers;

let failed = 0;
if (both || values.node) {
  const { ok } = await runStep({
    name: 'torture of the engine',
    command: ['test/torture/node-half.ts', seed, values.invoices ?? '2000'],
    minutes: 45,
  });
  if (!ok) failed += 1;
}
if (both || values.browsers) {
  const { chromium, firefox } = await ensureBrowsers();
  process.env['PONTE_CHROMIUM'] = chromium;
  process.env['PONTE_FIREFOX'] = firefox;
  const invoices = both ? '60' : (values.invoices ?? '60');
  const half: Step = {
    name: 'torture of two browsers',
    command: ['test/torture/browsers-half.ts', seed, invoices],
    minutes: 60,
  };
  for (const step of [...BUILD_STEPS, half]) {
    const { ok } = await runStep(step);
    if (!ok) failed += 1;
  }
}
process.exitCode = failed === 0 ? 0 : 1;
