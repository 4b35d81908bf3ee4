import type { Page } from '@playwright/test';
import { startIxcEmulator } from '../../../emulators/ixc/index.ts';
import type { PanelOptions } from '../../../emulators/ixc/options.ts';
import type { PanelHook } from '../../../emulators/ixc/panel-hook.ts';
import type { PanelPages } from './panel-page.ts';

declare global {
  // Of the emulated panel.
  var __emulator: PanelHook;
}

/** Where invoices are listed, as what an operator does to get there. Runs in the page. */
export const LISTS = {
  'the main list': () => __emulator.open('fn_areceber'),
  'a client': () => __emulator.openFinancial('1'),
  'a contract': () => __emulator.openContractFinancial('2001'),
} as const;
export type List = keyof typeof LISTS;

/** Runs something on a page of an emulated panel of its own, with the panel's modules in it. */
export async function onEmulatedPanel<T>(
  pages: PanelPages,
  options: PanelOptions,
  run: (page: Page) => Promise<T>,
): Promise<T> {
  const panel = { rowsPerPage: 4, ...options };
  const ixc = await startIxcEmulator({ panel, customers: 20, invoices: 120 });
  const page = await pages.visit(ixc.httpUrl);
  try {
    return await run(page);
  } finally {
    await page.close();
    await ixc.close();
  }
}
