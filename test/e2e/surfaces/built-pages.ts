import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OUT = join(ROOT, 'artifacts', 'surfaces-build');

export interface BuiltPages {
  readonly dir: string;
  /** The Content-Security-Policy that the browser would enforce on them. */
  readonly csp: string;
}

/** The extension's own pages as production builds them, without the worker and the content script. */
export async function builtPages(): Promise<BuiltPages> {
  await mkdir(OUT, { recursive: true });
  await build({
    root: ROOT,
    outDir: OUT,
    browser: 'chrome',
    manifestVersion: 3,
    filterEntrypoints: ['options', 'drawer', 'popup'],
    logger: quiet,
  });
  const dir = join(OUT, 'chrome-mv3');
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as {
    content_security_policy: { extension_pages: string };
  };
  return { dir, csp: manifest.content_security_policy.extension_pages };
}

const ignore = (): void => undefined;
const quiet = {
  debug: ignore,
  log: ignore,
  info: ignore,
  success: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  level: 0,
};
