import '../components/portuguese.ts';
import { describe, expect, it } from 'vitest';
import { ageWords, readingOutcome } from '../../../entrypoints/popup/freshness/freshness-words.ts';
import type { Freshness } from '../../../lib/engine/sync/freshness.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T15:00:00Z');

function read(age: number | null, change: Partial<Freshness> = {}): Freshness {
  const readAt = age === null ? null : NOW - age;
  return { accountId: 'sandbox:1', readAt, underWay: false, pausedUntil: null, ...change };
}

describe('the age of the numbers', () => {
  it.each([
    [[read(10_000)], 'Atualizado agora', false],
    [[read(2 * MINUTE)], 'Atualizado há 2 min', false],
    [[read(2 * MINUTE), read(20 * MINUTE)], 'Atualizado há 20 min', false],
    [[read(50 * MINUTE)], 'Atualizado há 50 min. Os números podem ter mudado.', true],
    [[read(3 * 24 * 60 * MINUTE)], 'Atualizado há 3 dias. Os números podem ter mudado.', true],
    [[read(null)], 'O Asaas ainda não foi lido.', true],
    [[read(MINUTE), read(null)], 'Uma das contas ainda não foi lida por inteiro.', true],
  ])('is that of the oldest account: %#', (accounts, text, isOld) => {
    expect(ageWords(accounts, NOW)).toEqual({ text, isOld });
  });
  it('is not told where there is no account to read', () => {
    expect(ageWords([], NOW)).toBeNull();
  });
});

describe('a reading that a person asked for', () => {
  const asked = NOW - 5_000;
  /** It left everything as it was. */
  const again = (account: Freshness) => readingOutcome([account], [account], asked, NOW);
  it('went well only when every account was read since', () => {
    const isGood = (...after: readonly Freshness[]) =>
      readingOutcome(before, after, asked, NOW).isGood;
    const before = [read(MINUTE), read(6_000, { accountId: 'sandbox:2' })];
    expect(isGood(read(4_000), read(1_000, { accountId: 'sandbox:2' }))).toBe(true);
    expect(isGood(read(4_000), read(6_000, { accountId: 'sandbox:2' }))).toBe(false);
    expect(isGood(read(null))).toBe(false);
  });
  it('went well also when it only completed what had been begun', () => {
    const before = [read(40 * MINUTE, { underWay: true })];
    expect(readingOutcome(before, [read(10 * MINUTE)], asked, NOW).isGood).toBe(true);
  });
  it('says until when Asaas is left alone, and that a long reading goes on', () => {
    const pausedUntil = NOW + 10 * MINUTE;
    expect(again(read(MINUTE, { pausedUntil, underWay: true }))).toEqual({
      text: expect.stringMatching(/próxima leitura é às \d\d:\d\d/) as string,
      isGood: false,
    });
    expect(again(read(null, { underWay: true })).text).toContain('continua sozinha');
  });
  it('takes no notice of a pause that is over', () => {
    const over = read(MINUTE, { pausedUntil: NOW - 1 });
    expect(again(over).text).toContain('Confira a internet');
  });
});
