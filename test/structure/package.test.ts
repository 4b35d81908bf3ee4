import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { occurrences, textOf } from './project-files.ts';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    version: z.string(),
    engines: versions,
    scripts: versions,
    dependencies: versions,
    devDependencies: versions,
  })
  .parse(JSON.parse(textOf('package.json')));

const lock = z
  .object({
    version: z.string(),
    packages: z.record(
      z.string(),
      z.looseObject({
        resolved: z.string().optional(),
        optionalDependencies: versions.optional(),
      }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

describe('package', () => {
  test('every dependency is pinned to one version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('the Node of the version file is the Node that the project brings', () => {
    expect(textOf('.node-version').trim()).toBe(manifest.devDependencies['node']);
  });

  test('the lock file has the same version and names no registry', () => {
    expect(lock.version).toBe(manifest.version);
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved);
    expect(resolved.map(([path]) => path)).toEqual([]);
    expect(
      occurrences(['package-lock.json', '.npmrc'], /registry\.|https?:\/\/[^"]*\.tgz/),
    ).toEqual([]);
  });

  test('the lock file serves every platform, also those that the author does not have', () => {
    const missing = Object.values(lock.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(lock.packages).some((path) => path.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  });

  test('every script works in a clone where nothing is installed yet', () => {
    const direct = Object.entries(manifest.scripts).filter(
      ([, command]) => !command.startsWith('node scripts/bootstrap.mjs'),
    );
    expect(direct).toEqual([]);
  });

  test('the changelog tells what the version brings', () => {
    expect(textOf('CHANGELOG.md')).toMatch(
      new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\]`, 'm'),
    );
  });
});
