import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes another, unrelated extension to a temporary folder, from whose page tests talk to ours. */
export async function strangerExtension(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'ponte-stranger-'));
  const manifest = {
    manifest_version: 3,
    name: 'Another extension',
    version: '1.0',
    background: { service_worker: 'background.js' },
    browser_specific_settings: { gecko: { id: 'another@stranger.example' } },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(dir, 'background.js'), '');
  await writeFile(join(dir, 'page.html'), '<!doctype html><title>Another extension</title>');
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
