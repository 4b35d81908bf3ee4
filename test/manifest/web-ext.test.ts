import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT, textOf } from '../structure/project-files.ts';
import { buildFolder } from './builds.ts';

const reportSchema = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string(), file: z.string().nullish() })),
  warnings: z.array(z.object({ code: z.string(), file: z.string().nullish() })),
});

const acceptedSchema = z.array(
  z.strictObject({
    code: z.string(),
    file: z.string(),
    count: z.number().int().positive(),
    reason: z.string().min(40),
  }),
);

const accepted = acceptedSchema.parse(JSON.parse(textOf('test/manifest/web-ext-warnings.json')));

/** What Mozilla's own linter says of the Firefox build. */
function lint(): z.infer<typeof reportSchema> {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/web-ext/bin/web-ext.js',
      'lint',
      `--source-dir=${buildFolder('firefox')}`,
      '--output=json',
      '--no-input',
      '--no-config-discovery',
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  return reportSchema.parse(JSON.parse(stdout));
}

test("Mozilla's linter finds no error, and only the warnings whose reason is written", () => {
  const { errors, warnings } = lint();
  expect(errors).toEqual([]);

  const counts = new Map<string, number>();
  for (const { code, file } of warnings) {
    // Which chunk a library lands in, and the hash in its name, change with every build.
    const place = `${code} ${(file ?? '').replace(/^chunks\/.*\.js$/, 'chunks/*.js')}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const expected = accepted.map(({ code, file, count }) => [`${code} ${file}`, count]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(expected));
});
