import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { REPEATS } from './scripts/test-suites.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** A suite that drives a real browser: one file at a time, and time enough to start it. */
const realBrowser = {
  environment: 'node',
  fileParallelism: false,
  maxConcurrency: 1,
  testTimeout: 90_000,
  hookTimeout: 90_000,
  teardownTimeout: 20_000,
  expect: { poll: { timeout: 20_000 } },
  retry: REPEATS,
} as const;

const alias = {
  '@': ROOT.replace(/\/$/, ''),
  '#i18n': fileURLToPath(new URL('.wxt/i18n/index.ts', import.meta.url)),
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          // Properties take seconds, and longer beside the browsers of another lane.
          testTimeout: 60_000,
          // A fresh worker for every file costs four times what the tests do. So each file takes
          // back what it did to the process: fake timers, globals, spies.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          // It takes over the process's timers, so it has a process of its own.
          name: 'torture',
          environment: 'node',
          include: ['test/torture/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...realBrowser,
          name: 'dom',
          include: ['test/dom/**/*.test.ts'],
          globalSetup: 'test/dom/chromium-setup.ts',
          // What the files share is one Chromium, in a process of its own.
          isolate: false,
        },
      },
      {
        test: {
          name: 'structure',
          environment: 'node',
          include: ['test/{structure,manifest}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...realBrowser,
          name: 'firefox',
          include: ['test/e2e/firefox/**/*.test.ts'],
          // One file waits most of its time for Firefox to wake a background; another runs meanwhile.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          ...realBrowser,
          name: 'surfaces',
          include: ['test/e2e/surfaces/**/*.test.ts'],
          globalSetup: ['test/e2e/surfaces/shared-browser.ts'],
          // The files keep nothing in their modules, and loading the drivers takes a while.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: { ...realBrowser, name: 'panel', include: ['test/e2e/panel/**/*.test.ts'] },
      },
    ],
  },
});
