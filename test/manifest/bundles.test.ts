import { describe, expect, test } from 'vitest';
import { built, builtFiles, TARGETS } from './builds.ts';

/** The text around every match, so that a failure shows what to look for. */
function excerpts(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index }) =>
    text.slice(Math.max(0, index - 60), index + 60),
  );
}

describe.each(TARGETS)('the bundles for %s', (target) => {
  const scripts = builtFiles(target, '.js');

  test('are there', () => {
    expect(scripts).toContain('background.js');
    expect(scripts).toContain('content-scripts/panel.js');
  });

  test.each([
    ['no code made from text', /\beval\(|new Function\(/],
    ['no code from elsewhere', /\bimport\(\s*["'`]https?:|importScripts\(/],
    ['no door for tests', /127\.0\.0\.1|https?:\/\/localhost|emulator|__test/i],
    ['no source map', /sourceMappingURL/],
    ['no path of the machine that built it', /\/(root|home|Users|work)\/[a-z]/],
  ])('hold %s', (_, pattern) => {
    const found = scripts.flatMap((file) =>
      excerpts(built(target, file), pattern).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('are all loaded from the package', () => {
    for (const page of builtFiles(target, '.html', '.css')) {
      expect(built(target, page), page).not.toMatch(
        /(src|href)=["']?(https?:)?\/\/|url\(["']?http/,
      );
    }
  });

  test('keep schema library, React and database out of the panel', () => {
    const script = built(target, 'content-scripts/panel.js');
    expect(script).not.toMatch(/ZodError|invalid_type|react\.(element|transitional)|DexieError/);
  });

  test('the build has no source, map or test file', () => {
    expect(builtFiles(target, '.map', '.ts', '.tsx', '.test.js')).toEqual([]);
  });
});
