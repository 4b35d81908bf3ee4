/** Every suite of the project, in the order in which they run. */
import type { Runner } from './test-report.ts';
import { TOOLS, type Step } from './run-step.ts';

/** A suite: a step that writes a report. */
export interface Suite extends Step {
  runner: Runner;
  /** The folders of test/ that the suite runs. */
  folders: readonly string[];
  /** Where its JSON report goes. */
  report: string;
}

/** Where reports, traces and screenshots go; not in version control. */
export const ARTIFACTS = 'artifacts';

export const SUITES: readonly Suite[] = [
  vitest('unit', ['unit']),
  vitest('structure', ['structure', 'manifest']),
  vitest('panel', ['e2e/panel']),
  vitest('surfaces', ['e2e/surfaces']),
  playwright('chromium', ['e2e/chromium']),
  vitest('firefox', ['e2e/firefox']),
];

function vitest(name: string, folders: readonly string[]): Suite {
  const report = `${ARTIFACTS}/reports/${name}.json`;
  return {
    name,
    folders,
    report,
    runner: 'vitest',
    minutes: 8,
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
    report,
    runner: 'playwright',
    minutes: 8,
    command: [TOOLS.playwright, 'test'],
  };
}
