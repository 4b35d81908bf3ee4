import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvents } from '../../../../lib/engine/events.ts';
import { slotFor } from '../../../../lib/engine/outbox/look-slots.ts';
import { IN_COMPANY } from '../../../../lib/engine/outbox/schedule.ts';

const MINUTE = 60_000;

/** One worker, whose clock is set by hand. */
function worker() {
  const clock = { at: 0 };
  const ports = { events: createEvents(), now: () => clock.at };
  return {
    slot: (look: number, at: number, account = 'acc_1') => slotFor(ports, account, look, at),
    at: (ms: number) => {
      clock.at = ms;
    },
  };
}

describe('when a look is taken', () => {
  it('is when it is due, for a charge that is alone', () => {
    const { slot, at } = worker();
    expect(slot(1, MINUTE)).toBe(MINUTE);
    at(MINUTE);
    expect(slot(2, 10 * MINUTE)).toBe(10 * MINUTE);
    at(10 * MINUTE);
    expect(slot(1, 11 * MINUTE)).toBe(11 * MINUTE);
  });

  it('is one moment for all that follow while another waits', () => {
    const { slot, at } = worker();
    expect(slot(1, MINUTE)).toBe(MINUTE);
    at(2000);
    const shared = slot(1, MINUTE + 2000);
    expect(shared).toBe(3 * MINUTE + 2000);
    at(100_000);
    expect(slot(1, MINUTE + 100_000)).toBe(shared);
    at(150_000);
    expect(slot(1, MINUTE + 150_000)).toBe(MINUTE + 150_000 + 2 * MINUTE);
  });

  it('is each account’s own, and each worker’s', () => {
    const { slot } = worker();
    expect(slot(1, MINUTE)).toBe(MINUTE);
    expect(slot(1, MINUTE + 1, 'acc_2')).toBe(MINUTE + 1);
    expect(worker().slot(1, MINUTE + 2)).toBe(MINUTE + 2);
  });

  it('is not far away for a clock that was set back', () => {
    const { slot, at } = worker();
    at(1000 * MINUTE);
    slot(1, 1001 * MINUTE);
    at(0);
    expect(slot(1, MINUTE)).toBeLessThanOrEqual(MINUTE + IN_COMPANY[1]);
  });

  it('is never before it is due, nor later than company allows', () => {
    const asked = fc.record({
      gap: fc.integer({ min: 0, max: 10 * MINUTE }),
      look: fc.constantFrom<1 | 2>(1, 2),
      wait: fc.integer({ min: 0, max: 10 * MINUTE }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 50 }), (looks) => {
        const { slot, at } = worker();
        let now = 0;
        for (const { gap, look, wait } of looks) {
          now += gap;
          at(now);
          const late = slot(look, now + wait) - (now + wait);
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThanOrEqual(IN_COMPANY[look]);
        }
      }),
    );
  });
});
