/** Reads the JSON reports of Vitest and Playwright as plain counts. */
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
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** The counts of a report. Throws when the text is not such a report. */
export function countsOf(runner: Runner, json: string): Counts {
  if (runner === 'vitest') {
    const report = vitestReport.parse(JSON.parse(json));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  const { stats } = playwrightReport.parse(JSON.parse(json));
  // A test that passed only when repeated is no pass.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
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
