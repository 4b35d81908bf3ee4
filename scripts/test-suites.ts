/** Every suite of the project, in the order in which they start. */
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
  vitest('dom', ['dom']),
  vitest('firefox', ['e2e/firefox']),
  vitest('structure', ['structure', 'manifest']),
  playwright('chromium', ['e2e/chromium']),
  vitest('surfaces', ['e2e/surfaces']),
  vitest('panel', ['e2e/panel']),
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
