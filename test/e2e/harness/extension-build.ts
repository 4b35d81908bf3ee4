import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Language } from './catalogues.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['entrypoints', 'components', 'lib', 'locales', 'public', 'wxt.config.ts'];

export type Target = 'chrome' | 'firefox';

/** Folder of the production build, building it first when a source is newer than it. */
export async function productionBuild(target: Target): Promise<string> {
  const dir = join(ROOT, '.output', `${target}-mv3`);
  const built = await modifiedAt(join(dir, 'manifest.json'));
  const newest = Math.max(
    ...(await Promise.all(SOURCES.map((path) => newestIn(join(ROOT, path))))),
  );
  if (built < newest) {
    const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    await promisify(execFile)(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
      cwd: ROOT,
      // Vitest says `test`, which would build React for development.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
  return dir;
}

/**
 * A copy of a build that speaks `lang` in any browser. An extension follows the language of the
 * browser's own interface, and a browser without that language pack could not show it: only the
 * message catalogues are exchanged, every script stays byte for byte.
 */
export async function speaking(buildDir: string, lang: Language): Promise<SpeakingBuild> {
  const dir = await mkdtemp(join(tmpdir(), 'ponte-build-'));
  await cp(buildDir, dir, { recursive: true });
  const wanted = join(buildDir, '_locales', lang === 'en' ? 'en' : 'pt_BR', 'messages.json');
  const messages = await readFile(wanted);
  for (const locale of await readdir(join(dir, '_locales')))
    await writeFile(join(dir, '_locales', locale, 'messages.json'), messages);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

export interface SpeakingBuild {
  readonly dir: string;
  remove(): Promise<void>;
}

async function modifiedAt(path: string): Promise<number> {
  return stat(path).then(
    (entry) => entry.mtimeMs,
    () => 0,
  );
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path).catch(() => null);
  if (own === null) return 0;
  if (!own.isDirectory()) return own.mtimeMs;
  const children = await readdir(path);
  const times = await Promise.all(children.map((child) => newestIn(join(path, child))));
  return Math.max(own.mtimeMs, ...times);
}
