import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCode, projectFiles, textOf } from './project-files.ts';

const LONGEST = 300;
const LONGEST_ENTRY = 60;

/** Where a browser surface starts; it only wires. */
const ENTRY = /^entrypoints\/([^/]+\.ts|[^/]+\/(index|main)\.tsx?)$/;

const VAGUE =
  /^(utils?|helpers?|commons?|managers?|misc|shared)$|(-|\.)(utils?|helpers?|manager)$/i;

const code = projectFiles().filter(isCode);

function lineCount(file: string): number {
  return textOf(file).split('\n').length - 1;
}

describe('files', () => {
  test(`no file is longer than ${LONGEST} lines`, () => {
    const long = code.filter((file) => lineCount(file) > LONGEST);
    expect(long.map((file) => `${file}: ${lineCount(file)}`)).toEqual([]);
  });

  test(`no entry point is longer than ${LONGEST_ENTRY} lines`, () => {
    const entries = code.filter((file) => ENTRY.test(file));
    expect(entries).toContain('entrypoints/background/index.ts');
    const long = entries.filter((file) => lineCount(file) > LONGEST_ENTRY);
    expect(long.map((file) => `${file}: ${lineCount(file)}`)).toEqual([]);
  });

  test('half of the product files have at most 60 lines, and nine of ten at most 150', () => {
    const product = code.filter((file) => /^(lib|components|entrypoints)\/.*\.tsx?$/.test(file));
    const lengths = product.map(lineCount).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(60);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
  });

  test('no file or folder has a name that says nothing', () => {
    const named = projectFiles().filter((file) =>
      file.split('/').some((part) => VAGUE.test(basename(part).replace(/\.[a-z]+$/, ''))),
    );
    expect(named).toEqual([]);
  });

  test('names are in kebab-case, and those of React components in PascalCase', () => {
    const kebab = /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/;
    const pascal = /^[A-Z][A-Za-z0-9]*$/;
    const odd = code.filter((file) => {
      const name = basename(file).replace(/\.(test|spec|types|bench)?\.?[a-z]+$/, '');
      return !(file.endsWith('.tsx') ? kebab.test(name) || pascal.test(name) : kebab.test(name));
    });
    expect(odd).toEqual([]);
  });
});
