import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptCode, attemptCodeOf, withAttemptCode } from '../../../lib/billing/attempt-code.ts';

const bytes = fc.uint8Array({ minLength: 5, maxLength: 16 });
const description = fc.string({ unit: 'grapheme', maxLength: 700 });

describe('an attempt code', () => {
  it('is five characters without vowels or anything that reads like something else', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(attemptCode(random)).toMatch(/^[2-9CDFGHJKMNPQRTVWX]{5}$/);
      }),
    );
  });

  it('depends on the bytes and on nothing else', () => {
    const random = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    expect(attemptCode(random)).toBe(attemptCode(Uint8Array.from(random)));
    expect(attemptCode(random)).not.toBe(attemptCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 9)));
  });

  it('uses every character of its alphabet about equally often', () => {
    const counts = new Map<string, number>();
    for (let first = 0; first < 256; first += 1) {
      for (let second = 0; second < 64; second += 1) {
        const code = attemptCode(Uint8Array.of(9, 7, 5, second, first * 31, second * 7, 3, first));
        for (const character of code) counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = (256 * 64 * 5) / 24;
    expect(counts.size).toBe(24);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(expected * 0.7);
      expect(count).toBeLessThan(expected * 1.3);
    }
  });

  it('is not made of too few bytes', () => {
    expect(() => attemptCode(Uint8Array.of(1, 2, 3, 4))).toThrow(RangeError);
  });
});

describe('a description with its attempt code', () => {
  it('ends with the code', () => {
    expect(withAttemptCode('Título 4711 · vencimento 22/11/2026', '7K3MQ')).toBe(
      'Título 4711 · vencimento 22/11/2026 #7K3MQ',
    );
    expect(withAttemptCode('', '7K3MQ')).toBe('#7K3MQ');
  });

  it('gives the code back and never passes 500 characters, whatever the text', () => {
    fc.assert(
      fc.property(description, bytes, (text, random) => {
        const code = attemptCode(random);
        const whole = withAttemptCode(text, code);
        expect(attemptCodeOf(whole)).toBe(code);
        expect(whole.length).toBeLessThanOrEqual(500);
        expect(whole.isWellFormed()).toBe(true);
      }),
    );
  });

  it('has one code: that of a second attempt replaces the first', () => {
    const once = withAttemptCode('Título 4711', '7K3MQ');
    expect(withAttemptCode(once, 'CDFGH')).toBe('Título 4711 #CDFGH');
  });

  it('never cuts a character in half', () => {
    expect(withAttemptCode('💰'.repeat(300), '7K3MQ').isWellFormed()).toBe(true);
    expect(withAttemptCode(`a${'💰'.repeat(300)}`, '7K3MQ').isWellFormed()).toBe(true);
  });

  it.each([
    '',
    'Título 4711 · documento 72006',
    'ref #7K3M',
    '#7K3MQ mais texto',
    '#7K3MA',
    '#7k3mq',
  ])('is not seen in %j', (text) => {
    expect(attemptCodeOf(text)).toBeNull();
  });
});
