import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAbsent,
  MIN_ABSENT,
  MIN_GAP,
  openQuestion,
  QUARANTINE,
  withAbsent,
} from '../../../../lib/engine/outbox/quarantine.ts';
import type { Attempt } from '../../../../lib/ledger/rows.ts';

const MINUTE = 60_000;

function attempt(at: number, outcome: Attempt['outcome'] = 'ambiguous'): Attempt {
  return {
    code: 'BCDFG',
    request: 'charge',
    installationId: 'test-installation',
    accountId: 'sandbox:00000000000191',
    environment: 'sandbox',
    at,
    outcome,
  };
}

describe('a second request', () => {
  it('is not allowed before ten minutes, however often the charge was looked for', () => {
    const absent = Array.from({ length: 9 }, (_, minute) => (minute + 1) * MINUTE);
    expect(afterAbsent([attempt(0)], absent)).toBe('wait');
  });

  it('is not allowed after ten minutes without three searches', () => {
    expect(afterAbsent([attempt(0)], [11 * MINUTE, 12 * MINUTE])).toBe('wait');
  });

  it('is not allowed when the last search was before the ten minutes were over', () => {
    expect(afterAbsent([attempt(0)], [MINUTE, 2 * MINUTE, QUARANTINE - 1])).toBe('wait');
  });

  it('is allowed after three searches, the last of them after ten minutes', () => {
    expect(afterAbsent([attempt(0)], [MINUTE, 2 * MINUTE, QUARANTINE])).toBe('repeat');
  });

  it('is the last one: after it a person looks', () => {
    const second = 12 * MINUTE;
    const absent = [second + MINUTE, second + 2 * MINUTE, second + QUARANTINE];
    expect(afterAbsent([attempt(0), attempt(second)], absent)).toBe('ask-person');
  });

  it('is the last one when Asaas refused it, too', () => {
    const second = 12 * MINUTE;
    const absent = [second + MINUTE, second + 2 * MINUTE, second + QUARANTINE];
    expect(afterAbsent([attempt(0), attempt(second, 'refused')], absent)).toBe('ask-person');
  });

  it('does not count a request that Asaas only put off', () => {
    const second = 12 * MINUTE;
    const absent = [second + MINUTE, second + 2 * MINUTE, second + QUARANTINE];
    expect(afterAbsent([attempt(0, 'put-off'), attempt(second)], absent)).toBe('repeat');
  });

  it('is never allowed within ten minutes, whatever the searches (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0 }),
        fc.array(fc.integer({ min: 0, max: QUARANTINE - 1 })),
        (at, offsets) => {
          const searches = offsets.toSorted((a, b) => a - b).map((offset) => at + offset);
          const absent = searches.reduce<readonly number[]>(withAbsent, []);
          expect(afterAbsent([attempt(at)], absent)).toBe('wait');
        },
      ),
    );
  });
});

describe('searches that found nothing', () => {
  it('count only when they are a minute apart', () => {
    expect(withAbsent([1000], 1000 + MIN_GAP - 1)).toEqual([1000]);
    expect(withAbsent([1000], 1000 + MIN_GAP)).toEqual([1000, 1000 + MIN_GAP]);
  });

  it('are at least a minute apart however fast they come (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 * MIN_GAP }), { minLength: MIN_ABSENT }), (times) => {
        const kept = times.toSorted((a, b) => a - b).reduce<readonly number[]>(withAbsent, []);
        kept.forEach((time, index) => {
          if (index > 0) expect(time - (kept[index - 1] ?? 0)).toBeGreaterThanOrEqual(MIN_GAP);
        });
      }),
    );
  });
});

describe('an open question', () => {
  it('is a last request without an answer on disk', () => {
    expect(openQuestion([attempt(0, 'done'), attempt(1, 'open')])?.at).toBe(1);
    expect(openQuestion([attempt(0, 'ambiguous')])?.at).toBe(0);
  });

  it('is none when the last request was answered', () => {
    expect(openQuestion([])).toBeNull();
    expect(openQuestion([attempt(0, 'ambiguous'), attempt(1, 'done')])).toBeNull();
    expect(openQuestion([attempt(0, 'refused')])).toBeNull();
  });
});
