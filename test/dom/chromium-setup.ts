import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../scripts/browsers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the suite's one Chromium listens. */
    chromium: string;
    /** What `panel/page-entry.ts` exports, as a script that leaves it in the global `panel`. */
    panelScript: string;
  }
}

/** Starts one Chromium for all files of the suite, and bundles the panel's modules once. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found');
  const [script, server] = await Promise.all([
    bundle(fileURLToPath(new URL('panel/page-entry.ts', import.meta.url))),
    chromium.launchServer({ executablePath, args: ['--no-sandbox'] }),
  ]);
  project.provide('chromium', server.wsEndpoint());
  project.provide('panelScript', `${script}\nglobalThis.panel = panel;`);
  return () => server.close();
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'panel' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('the panel modules could not be bundled');
  return chunk.code;
}
