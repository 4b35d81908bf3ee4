import { describe, expect, it } from 'vitest';
import { READING_SOURCES } from '../../../../lib/billing/reading-source.ts';
import {
  chooseSources,
  type SourceFacts,
} from '../../../../lib/engine/ixc-source/choose-sources.ts';

const FACTS: SourceFacts = {
  override: 'auto',
  hasToken: true,
  hasDocument: true,
  lastGood: null,
};
const choose = (change: Partial<SourceFacts>) => chooseSources({ ...FACTS, ...change });

describe('the sources to try', () => {
  it.each([
    ['with a token: the worker, then the document', {}, ['direct', 'document']],
    ['in Firefox: the worker alone', { hasDocument: false }, ['direct']],
    ['the way that answered last first', { lastGood: 'document' }, ['document', 'direct']],
    ['the worker where it answered last', { lastGood: 'direct' }, ['direct', 'document']],
    ['never the session with a token', { lastGood: 'session' }, ['direct', 'document']],
    [
      'a document that the browser lost is none',
      { hasDocument: false, lastGood: 'document' },
      ['direct'],
    ],
    ['without a token: the session, then typing', { hasToken: false }, ['session', 'hand']],
    [
      'without a token, whatever was before',
      { hasToken: false, lastGood: 'direct' },
      ['session', 'hand'],
    ],
  ] as const)('%s', (_what, change, expected) => {
    expect(choose(change)).toEqual(expected);
  });

  it.each(READING_SOURCES)('is %s alone where the operator said so', (override) => {
    for (const hasToken of [true, false]) {
      for (const hasDocument of [true, false]) {
        expect(choose({ override, hasToken, hasDocument, lastGood: 'direct' })).toEqual([override]);
      }
    }
  });
});
