import { defineConfig } from '@playwright/test';
import { ARTIFACTS } from './scripts/test-suites.ts';

export default defineConfig({
  testDir: 'test/e2e/chromium',
  testMatch: '**/*.{test,spec}.ts',
  outputDir: `${ARTIFACTS}/playwright`,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: `${ARTIFACTS}/reports/chromium.json` }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
