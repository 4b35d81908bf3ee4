import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { LAYERS } from '../../scripts/lint/layers.ts';
import { layersRule } from '../../scripts/lint/layers-rule.ts';
import { projectFiles, ROOT } from './project-files.ts';

/** What the rule says of a file with this one import. */
function complaints(file: string, code: string): string[] {
  const plugins = { ponte: { rules: { layers: layersRule } } };
  return new Linter({ configType: 'flat', cwd: ROOT })
    .verify(
      code,
      {
        files: ['**/*.{ts,tsx}'],
        plugins: plugins as unknown as NonNullable<Linter.Config['plugins']>,
        languageOptions: { parser: parser },
        rules: { 'ponte/layers': 'error' },
      },
      { filename: `${ROOT}${file}` },
    )
    .map((message) => message.message);
}

describe('import layers', () => {
  test('the domain imports nothing but itself', () => {
    expect(complaints('lib/billing/a.ts', "import { b } from './b.ts';")).toEqual([]);
    expect(complaints('lib/billing/a.ts', "import type { b } from '../messages/b.ts';")).toEqual([
      'lib/billing must not import lib/messages/b.ts.',
    ]);
    expect(complaints('lib/billing/a.ts', "import { z } from 'zod';")).toEqual([
      'lib/billing must not import the package zod.',
    ]);
  });

  test('the script in the panel knows messages only as types', () => {
    const file = 'entrypoints/panel.content/index.ts';
    expect(complaints(file, "import type { Ask } from '@/lib/messages/panel.ts';")).toEqual([]);
    expect(complaints(file, "import { type Ask } from '@/lib/messages/panel.ts';")).toEqual([]);
    expect(complaints(file, "import { ask } from '@/lib/messages/panel.ts';")).toEqual([
      'entrypoints/panel.content may import only types from lib/messages/panel.ts.',
    ]);
    for (const name of ['zod', 'react', 'dexie']) {
      expect(complaints(file, `import '${name}';`)).toHaveLength(1);
    }
  });

  test('the drawer never opens the ledger, by whatever form of import', () => {
    const file = 'entrypoints/drawer/App.tsx';
    for (const code of [
      "import { db } from '@/lib/ledger/database.ts';",
      "import { db } from '../../lib/ledger/database.ts';",
      "export { db } from '@/lib/ledger/database.ts';",
      "export * from '@/lib/ledger/database.ts';",
      "void import('@/lib/ledger/database.ts');",
      "import type { Row } from '@/lib/ledger/rows.ts';",
    ]) {
      expect(complaints(file, code), code).toHaveLength(1);
    }
    expect(complaints('entrypoints/popup/App.tsx', "import '@/lib/ledger/rows.ts';")).toEqual([]);
  });

  test('only the ledger knows the database library, and only surfaces the browser', () => {
    const importers = (name: string): string[] =>
      LAYERS.filter((layer) => layer.packages?.includes(name)).map((layer) => layer.path);
    expect(importers('dexie')).toEqual(['lib/ledger']);
    expect(importers('wxt/browser').every((path) => /^(entrypoints|components)/.test(path))).toBe(
      true,
    );
  });

  test('product code outside every layer is refused', () => {
    expect(complaints('lib/new/a.ts', '')).toEqual([
      'lib/new/a.ts belongs to no layer of scripts/lint/layers.ts.',
    ]);
    expect(complaints('lib/engine/a.ts', "import '../ixc/panel/rows.ts';")).toHaveLength(1);
  });

  test('a layer without a file has no reason to be in the list', () => {
    const files = projectFiles();
    const empty = LAYERS.filter(
      ({ path }) =>
        !files.some(
          (file) => file === path || file.startsWith(`${path}/`) || file.startsWith(`${path}.`),
        ),
    );
    expect(empty.map((layer) => layer.path)).toEqual([]);
  });
});
