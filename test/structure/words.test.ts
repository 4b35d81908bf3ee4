import { describe, expect, test } from 'vitest';
import { isCode, isText, occurrences, projectFiles } from './project-files.ts';

const here = 'test/structure/words.test.ts';
const files = projectFiles().filter((file) => isText(file) && file !== here);
const code = files.filter(isCode);
const product = code.filter((file) => /^(lib|components|entrypoints)\//.test(file));

describe('words', () => {
  test('nothing is left to do in a comment', () => {
    expect(occurrences(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  test('nothing reads outside the checkout', () => {
    const outside = /\.\.\/shared\b|(?<![\w.-])\/(work|root|home|Users)\/\w|[A-Z]:\\\\?Users/;
    expect(occurrences(files, outside)).toEqual([]);
  });

  test('no checker is silenced', () => {
    const silencers = /@ts-(ignore|nocheck|expect-error)|eslint-disable(?!-next-line \S+ -- \S)/;
    expect(occurrences(code, silencers)).toEqual([]);
  });

  test('no test is switched off or run alone', () => {
    const tests = code.filter((file) => file.startsWith('test/'));
    expect(occurrences(tests, /\b(test|it|describe)\.(only|skip|todo|fixme)\b/)).toEqual([]);
  });

  test('product code speaks to nobody but Asaas and the panels', () => {
    const hosts =
      /https?:\/\/(?!api(-sandbox)?\.asaas\.com|\*\/\*|www\.w3\.org\/)[a-z0-9-]+\.[a-z]/;
    const links =
      /^[^:]+:\d+: (\/\/|\*|\/\*)|docs\.asaas\.com|(www|sandbox)\.asaas\.com|https:\/\/wa\.me\/|\.example\b/;
    expect(occurrences(product, hosts).filter((line) => !links.test(line))).toEqual([]);
  });
});
