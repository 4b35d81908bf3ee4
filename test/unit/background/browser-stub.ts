import { vi } from 'vitest';

/**
 * The browser of every test in this folder: files share the modules that they load, and with them whichever
 * browser the first of them was given.
 */
export const browser = {
  runtime: { sendMessage: vi.fn(), getPlatformInfo: vi.fn(() => Promise.resolve({})) },
  tabs: { query: vi.fn(), sendMessage: vi.fn() },
};
