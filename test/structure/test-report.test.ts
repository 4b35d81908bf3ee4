import { describe, expect, test } from 'vitest';
import { closingLine, countsOf, judge, sum } from '../../scripts/test-report.ts';

const NONE = { passed: 0, failed: 0, skipped: 0 };

describe('the sum of a test run', () => {
  test('counts what Vitest reports, pending and to-do tests as skipped', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countsOf('vitest', JSON.stringify(report))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
    });
  });

  test('counts what Playwright reports, a flaky test as failed', () => {
    const report = { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } };
    expect(countsOf('playwright', JSON.stringify(report))).toEqual({
      passed: 4,
      failed: 1,
      skipped: 0,
    });
  });

  test('refuses a text that is no report', () => {
    expect(() => countsOf('vitest', '{}')).toThrow();
    expect(() => countsOf('playwright', 'not json')).toThrow();
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
