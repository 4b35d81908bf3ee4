/**
 * Every suite of the project, in the order in which they start: the longest first, so that the lanes
 * of `npm test` end together.
 */
import type { Runner } from './test-report.ts';
import { TOOLS, type Step } from './run-step.ts';

/** A suite: a step that writes a report. */
export interface Suite extends Step {
  runner: Runner;
  /** The folders of test/ that the suite runs. */
  folders: readonly string[];
  /** What must be there before it starts; builds come with the browsers that load them. */
  needs: 'nothing' | 'browsers' | 'builds';
  /** Where its JSON report goes. */
  report: string;
}

/** Where reports, traces and screenshots go; not in version control. */
export const ARTIFACTS = 'artifacts';

/**
 * How often a test in a real browser is repeated after a failure. Only on a machine that is not the
 * author's, where something else may hold the processor; the summary names every test that needed it.
 */
export const REPEATS = process.env['CI'] === undefined ? 0 : 1;

export const SUITES: readonly Suite[] = [
  playwright('chromium', ['e2e/chromium']),
  vitest('firefox', ['e2e/firefox']),
  vitest('surfaces', ['e2e/surfaces']),
  vitest('dom', ['dom'], 'browsers'),
  vitest('panel', ['e2e/panel']),
  vitest('unit', ['unit'], 'nothing'),
  vitest('torture', ['torture'], 'nothing'),
  vitest('structure', ['structure', 'manifest']),
];

function vitest(name: string, folders: readonly string[], needs: Suite['needs'] = 'builds'): Suite {
  const report = `${ARTIFACTS}/reports/${name}.json`;
  return {
    name,
    folders,
    needs,
    report,
    runner: 'vitest',
    minutes: 12,
    command: [
      TOOLS.vitest,
      'run',
      `--project=${name}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  };
}

function playwright(name: string, folders: readonly string[]): Suite {
  const report = `${ARTIFACTS}/reports/${name}.json`;
  return {
    name,
    folders,
    needs: 'builds',
    report,
    runner: 'playwright',
    minutes: 18,
    command: [TOOLS.playwright, 'test'],
  };
}
