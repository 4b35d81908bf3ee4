/**
 * `npm run bench`: runs every `test/bench/*.ts`, one after the other so that they do not
 * disturb each other's times. Each prints its own table of ratios against a baseline that it
 * measures in the same run, and exits with a code other than 0 when an aim is missed.
 *
 *   npm run bench              everything
 *   npm run bench -- grid      only the files whose name contains "grid"
 */
import { globSync } from 'node:fs';
import { BUILD_STEPS, runStep } from './run-step.ts';
import { ensureBrowsers } from './browsers-install.ts';

const asked = process.argv.slice(2);
const files = globSync('test/bench/*.ts')
  .sort()
  .filter((file) => asked.length === 0 || asked.some((part) => file.includes(part)));

if (files.length === 0) {
  process.stderr.write('There is no such benchmark.\n');
  process.exit(2);
}

const { chromium, firefox } = await ensureBrowsers();
process.env['PONTE_CHROMIUM'] = chromium;
process.env['PONTE_FIREFOX'] = firefox;

let failed = 0;
for (const step of [
  ...BUILD_STEPS,
  ...files.map((file) => ({ name: file, command: [file] }) as const),
]) {
  const { ok } = await runStep(step);
  if (!ok) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
