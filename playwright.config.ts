import { defineConfig } from '@playwright/test';
import { ARTIFACTS, REPEATS } from './scripts/test-suites.ts';

export default defineConfig({
  testDir: 'test/e2e/chromium',
  testMatch: '**/*.{test,spec}.ts',
  outputDir: `${ARTIFACTS}/playwright`,
  fullyParallel: false,
  workers: 2,
  retries: REPEATS,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: `${ARTIFACTS}/reports/chromium.json` }]],
  use: {
    // Less than a test: what is waited for in vain is named.
    actionTimeout: 30_000,
    // Pictures of every step would take as long as the steps; `--trace=on` keeps them.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
});
