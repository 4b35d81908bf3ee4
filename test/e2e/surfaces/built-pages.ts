import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productionBuild } from '../harness/extension-build.ts';

export interface BuiltPages {
  readonly dir: string;
  /** The Content-Security-Policy that the browser would enforce on them. */
  readonly csp: string;
}

/** The extension's own pages as production builds them. */
export async function builtPages(): Promise<BuiltPages> {
  const dir = await productionBuild('chrome');
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as {
    content_security_policy: { extension_pages: string };
  };
  return { dir, csp: manifest.content_security_policy.extension_pages };
}
