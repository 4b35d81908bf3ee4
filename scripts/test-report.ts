/** Reads the JSON reports of Vitest and Playwright as plain counts. */
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';

/** What the tests of one suite, or of all of them, came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Who wrote a report. */
export type Runner = 'vitest' | 'playwright';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
});

const playwrightTest = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
});

const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTest) })),
  get suites(): z.ZodOptional<z.ZodArray<typeof playwrightSuite>> {
    return z.optional(z.array(playwrightSuite));
  },
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  suites: z.array(playwrightSuite),
});

/** A test that failed at least once, with the first line of why. */
export interface Stumble {
  name: string;
  why: string;
  /** Passed when it was repeated. */
  recovered: boolean;
}

/** What a report says. */
export interface Report {
  counts: Counts;
  stumbles: readonly Stumble[];
}

/**
 * What a report says. A test that passed only when repeated counts as passed, and is named beside
 * those that failed. Throws when the text is not such a report.
 */
export function readReport(runner: Runner, json: string): Report {
  return runner === 'vitest' ? ofVitest(JSON.parse(json)) : ofPlaywright(JSON.parse(json));
}

function ofVitest(json: unknown): Report {
  const report = vitestReport.parse(json);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    counts: {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    stumbles: tests
      .filter(({ status, failureMessages }) => status === 'failed' || failureMessages.length > 0)
      .map(({ fullName, status, failureMessages }) => ({
        name: fullName,
        why: firstLine(failureMessages[0]),
        recovered: status === 'passed',
      })),
  };
}

function ofPlaywright(json: unknown): Report {
  const { stats, suites } = playwrightReport.parse(json);
  return {
    counts: {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    },
    stumbles: suites.flatMap((suite) => stumblesOf(suite, [])),
  };
}

function stumblesOf(
  { title, specs, suites = [] }: z.infer<typeof playwrightSuite>,
  above: readonly string[],
): Stumble[] {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => ({
        name: [...path, spec.title].join(' › '),
        why: firstLine(results.find(({ error }) => error)?.error?.message),
        recovered: status === 'flaky',
      })),
  );
  return [...own, ...suites.flatMap((suite) => stumblesOf(suite, path))];
}

function firstLine(message = ''): string {
  return stripVTControlCharacters(message).split('\n', 1)[0] ?? '';
}

/**
 * What a suite counts for, given its report (absent when the runner died before it wrote one) and
 * whether the runner ended well. A suite that ran no test, or whose runner failed outside every
 * test, is one failure: it must never look like a pass.
 */
export function judge(report: Counts | undefined, endedWell: boolean): Counts {
  const counts = report ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = counts.passed + counts.failed === 0;
  const failedOutsideTests = !endedWell && counts.failed === 0;
  return ranNothing || failedOutsideTests ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** Adds up suites. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line of a run: `12 passed, 0 failed`, with the skipped ones only when there are. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** A line for every test that failed at least once. */
export function stumbleLines(stumbles: readonly Stumble[]): string[] {
  return stumbles.map(
    ({ name, why, recovered }) =>
      `${recovered ? 'passed when repeated' : 'failed'}: ${name}: ${why}`,
  );
}
