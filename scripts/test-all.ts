/**
 * `npm test`: builds both targets once, runs every suite, and ends with the sum of what the
 * runners reported. A suite that fails to start or runs no test counts as a failure.
 *
 *   npm test                      everything
 *   npm test -- unit structure    only these suites
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureBrowsers } from './browsers-install.ts';
import { BUILD_STEPS, PREPARE_STEP, runStep, runStepAside, type StepResult } from './run-step.ts';
import {
  closingLine,
  judge,
  readReport,
  stumbleLines,
  sum,
  type Counts,
  type Report,
  type Stumble,
} from './test-report.ts';
import { SUITES, type Suite } from './test-suites.ts';

interface SuiteResult extends StepResult {
  counts: Counts;
  stumbles: readonly Stumble[];
}

/** Suites that run at once: those that drive browsers mostly wait, and leave a core to another. */
const LANES = 2;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  const known = SUITES.map((suite) => suite.name).join(', ');
  process.stderr.write(`No suite is called ${unknown.join(', ')}. There are: ${known}.\n`);
  process.exit(2);
}

const began = performance.now();
const suites = SUITES.filter((suite) => asked.length === 0 || asked.includes(suite.name));
const results = await runAll(suites);
const total = sum(results.map(({ counts }) => counts));
printTable(results);
printStumbles(results);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runAll(chosen: readonly Suite[]): Promise<SuiteResult[]> {
  const prepared = await prepare(chosen);
  if (prepared.some((step) => !step.ok)) return prepared;
  const queue = chosen.entries();
  const done: SuiteResult[] = [];
  const lane = async (): Promise<void> => {
    for (const [place, suite] of queue) done[place] = await runSuite(suite);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return [...prepared, ...done];
}

/** Browsers and builds. Each counts as nothing when it works and as one failure when it does not. */
async function prepare(chosen: readonly Suite[]): Promise<SuiteResult[]> {
  const done = [withoutTests(await runStep(PREPARE_STEP))];
  if (chosen.every((suite) => suite.needs === 'nothing')) return done;
  const started = performance.now();
  const ok = await findBrowsers();
  const seconds = (performance.now() - started) / 1000;
  done.push(withoutTests({ name: 'browsers', ok, seconds }));
  if (chosen.every((suite) => suite.needs !== 'builds')) return done;
  for (const step of BUILD_STEPS) done.push(withoutTests(await runStep(step)));
  return done;
}

async function findBrowsers(): Promise<boolean> {
  try {
    const { chromium, firefox } = await ensureBrowsers();
    process.env['PONTE_CHROMIUM'] = chromium;
    process.env['PONTE_FIREFOX'] = firefox;
    return true;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

async function runSuite(suite: Suite): Promise<SuiteResult> {
  mkdirSync(dirname(suite.report), { recursive: true });
  rmSync(suite.report, { force: true });
  const result = await runStepAside(suite);
  const report = reported(suite);
  return {
    ...result,
    counts: judge(report?.counts, result.ok),
    stumbles: report?.stumbles ?? [],
  };
}

function reported(suite: Suite): Report | undefined {
  try {
    return readReport(suite.runner, readFileSync(suite.report, 'utf8'));
  } catch (error) {
    process.stderr.write(`No report of ${suite.name}: ${String(error)}\n`);
    return undefined;
  }
}

function withoutTests(step: StepResult): SuiteResult {
  return { ...step, counts: { passed: 0, failed: step.ok ? 0 : 1, skipped: 0 }, stumbles: [] };
}

function printTable(rows: readonly SuiteResult[]): void {
  const cell = (value: number): string => String(value).padStart(8);
  const time = (seconds: number): string => `${seconds.toFixed(1)} s`.padStart(9);
  const lines = rows.map(
    ({ name, counts, seconds }) =>
      `${name.padEnd(16)}${cell(counts.passed)}${cell(counts.failed)}${cell(counts.skipped)}${time(seconds)}`,
  );
  const all = (performance.now() - began) / 1000;
  const head = `${'suite'.padEnd(16)}  passed  failed skipped     time`;
  process.stdout.write(`\n${[head, ...lines, `${'all'.padEnd(40)}${time(all)}`].join('\n')}\n`);
}

function printStumbles(rows: readonly SuiteResult[]): void {
  const lines = rows.flatMap(({ stumbles }) => stumbleLines(stumbles));
  if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`);
}
