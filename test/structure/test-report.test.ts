import { describe, expect, test } from 'vitest';
import { closingLine, judge, readReport, stumbleLines, sum } from '../../scripts/test-report.ts';

const NONE = { passed: 0, failed: 0, skipped: 0 };

describe('the sum of a test run', () => {
  test('counts what Vitest reports, pending and to-do tests as skipped', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          assertionResults: [
            { fullName: 'a badge is paid', status: 'failed', failureMessages: ['not paid\n at'] },
            { fullName: 'a row is marked', status: 'passed', failureMessages: ['no mark'] },
            { fullName: 'a key is hidden', status: 'passed', failureMessages: [] },
          ],
        },
      ],
    };
    const { counts, stumbles } = readReport('vitest', JSON.stringify(report));
    expect(counts).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(stumbleLines(stumbles)).toEqual([
      'failed: a badge is paid: not paid',
      'passed when repeated: a row is marked: no mark',
    ]);
  });

  test('counts what Playwright reports, and names a test that passed only when repeated', () => {
    const message = '\u001b[31mtimed out\u001b[39m\n at';
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          title: 'main-path.spec.ts',
          specs: [
            {
              title: 'sends',
              tests: [{ status: 'unexpected', results: [{ error: { message } }] }],
            },
            { title: 'marks', tests: [{ status: 'expected', results: [{}] }] },
          ],
          suites: [
            {
              title: 'twice',
              specs: [
                {
                  title: 'one',
                  tests: [{ status: 'flaky', results: [{ error: { message } }, {}] }],
                },
              ],
            },
          ],
        },
      ],
    };
    const { counts, stumbles } = readReport('playwright', JSON.stringify(report));
    expect(counts).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(stumbleLines(stumbles)).toEqual([
      'failed: main-path.spec.ts › sends: timed out',
      'passed when repeated: main-path.spec.ts › twice › one: timed out',
    ]);
  });

  test('refuses a text that is no report', () => {
    expect(() => readReport('vitest', '{}')).toThrow();
    expect(() => readReport('playwright', 'not json')).toThrow();
  });

  test('takes a suite without tests for a failure', () => {
    expect(judge(NONE, true).failed).toBe(1);
    expect(judge({ ...NONE, skipped: 3 }, true).failed).toBe(1);
    expect(judge(undefined, false).failed).toBe(1);
  });

  test('takes a runner that failed outside its tests for a failure', () => {
    expect(judge({ passed: 7, failed: 0, skipped: 0 }, false).failed).toBe(1);
    expect(judge({ passed: 7, failed: 2, skipped: 0 }, false).failed).toBe(2);
    expect(judge({ passed: 7, failed: 0, skipped: 0 }, true).failed).toBe(0);
  });

  test('closes with one plain line, naming skipped tests only when there are', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(total)).toBe('7 passed, 1 failed');
    expect(closingLine({ ...total, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
