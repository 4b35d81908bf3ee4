import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STRICT_CSP, startIxcEmulator, type IxcEmulator } from '../../emulators/ixc/index.ts';
import { goToPanel } from './emulated-panel.ts';
import { fuzzPanel } from './fuzz.ts';
import { launchWithPanel, panelExtension } from './panel-extension.ts';

const SEEDS = 100;
const ROUNDS = 6;

let ixc: IxcEmulator;
let extension: Awaited<ReturnType<typeof panelExtension>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [ixc, extension] = await Promise.all([
    startIxcEmulator({ panel: { csp: STRICT_CSP } }),
    panelExtension(),
  ]);
  context = await launchWithPanel(extension.dir);
  page = await context.newPage();
});
afterAll(async () => {
  await context.close();
  await Promise.all([ixc.close(), extension.remove()]);
});

test(`${SEEDS} seeds of redraws, sorts, pages and windows leave one true mark per invoice row`, async () => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    if (seed % 10 === 1) {
      await goToPanel(page, ixc.httpUrl);
    }
    await fuzzPanel(page, { seed, rounds: ROUNDS });
  }
  expect(errors).toEqual([]);
}, 300_000);
