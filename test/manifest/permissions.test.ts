import { describe, expect, test } from 'vitest';
import { textOf } from '../structure/project-files.ts';
import { builtManifest, TARGETS } from './builds.ts';

/** The rows of docs/permissions.md: the permission, and its reason in both languages. */
const rows = textOf('docs/permissions.md')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', portuguese = '', english = '']) => ({
    name: name.replaceAll('`', ''),
    portuguese,
    english,
  }));

describe.each(TARGETS)('the permissions for %s', (target) => {
  const manifest = builtManifest(target);
  const asked = [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
  ];

  test('are those whose reason is written, each once', () => {
    const here = rows.filter(
      (row) => target === 'chrome' || !row.portuguese.startsWith('Só no Chrome'),
    );
    expect([...asked].sort()).toEqual(here.map(({ name }) => name).sort());
  });
});

test('every reason says enough to be judged, in both languages', () => {
  const short = rows.filter((row) => row.portuguese.length < 40 || row.english.length < 40);
  expect(short.map(({ name }) => name)).toEqual([]);
});
