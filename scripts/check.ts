/**
 * `npm run check`: everything that can be said of the code without running the product. All steps
 * run even when one fails, so that one run shows all there is to mend.
 *
 *   npm run check                  everything
 *   npm run check -- types lint    only these steps
 */
import { BUILD_STEPS, PREPARE_STEP, runStep, TOOLS, type Step } from './run-step.ts';

const STEPS: readonly Step[] = [
  PREPARE_STEP,
  { name: 'types', command: [TOOLS.tsc, '--noEmit'] },
  { name: 'lint', command: [TOOLS.eslint, '.', '--max-warnings=0'] },
  { name: 'format', command: [TOOLS.prettier, '--check', '--log-level=warn', '.'] },
  ...BUILD_STEPS,
  { name: 'structure', command: [TOOLS.vitest, 'run', '--project=structure'] },
  { name: 'dead code', command: [TOOLS.knip] },
  { name: 'sizes', command: [TOOLS.sizeLimit] },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  const known = STEPS.map((step) => step.name).join(', ');
  process.stderr.write(`No step is called ${unknown.join(', ')}. There are: ${known}.\n`);
  process.exit(2);
}

const results = [];
for (const step of STEPS) {
  if (asked.length === 0 || asked.includes(step.name)) results.push(await runStep(step));
}

const rows = results.map(
  ({ name, ok, seconds }) =>
    `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s`,
);
const failed = results.filter((result) => !result.ok).length;
process.stdout.write(`\n${rows.join('\n')}\n\n`);
process.stdout.write(failed === 0 ? 'All checks passed.\n' : `${String(failed)} checks failed.\n`);
process.exitCode = failed === 0 ? 0 : 1;
