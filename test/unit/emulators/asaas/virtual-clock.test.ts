import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createRandom } from '../../../emulators/http/random.ts';
import {
  addMonths,
  civilDate,
  daysBetween,
  isCivilDate,
} from '../../../emulators/http/sao-paulo.ts';

describe('the virtual clock', () => {
  it('stands still when it does not tick', async () => {
    const clock = createVirtualClock({ start: 1000, ticking: false });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(1000);
  });

  it('runs what falls due in order, each at its own time', async () => {
    const clock = createVirtualClock({ start: 0, ticking: false });
    const seen: [string, number][] = [];
    const at = (name: string, time: number) =>
      clock.at(time, () => void seen.push([name, clock.now()]));
    at('late', 30);
    at('early', 10);
    at('never', 100);
    const cancel = at('cancelled', 20);
    cancel();
    await clock.advance(50);
    expect(seen).toEqual([
      ['early', 10],
      ['late', 30],
    ]);
    expect(clock.now()).toBe(50);
  });

  it('runs on the way what a task schedules on the way', async () => {
    const clock = createVirtualClock({ start: 0, ticking: false });
    const seen: number[] = [];
    const walk = async () => {
      for (let step = 0; step < 3; step += 1) {
        await clock.sleep(10);
        seen.push(clock.now());
      }
    };
    void walk();
    await clock.advance(100);
    expect(seen).toEqual([10, 20, 30]);
  });

  it('ticks with real time, runs what is due, and can be frozen', async () => {
    const clock = createVirtualClock({ start: 0 });
    await clock.sleep(10);
    expect(clock.now()).toBeGreaterThanOrEqual(10);
    expect(clock.now()).toBeLessThan(5000);
    clock.freeze();
    const frozen = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(frozen);
    clock.dispose();
  });

  it('jumps back without running anything', async () => {
    const clock = createVirtualClock({ start: 1000, ticking: false });
    let ran = false;
    clock.at(2000, () => {
      ran = true;
    });
    await clock.set(500);
    expect([clock.now(), ran]).toEqual([500, false]);
  });
});

describe('days in São Paulo', () => {
  it('begin three hours after UTC', () => {
    expect(civilDate(Date.parse('2026-03-11T02:59:59Z'))).toBe('2026-03-10');
    expect(civilDate(Date.parse('2026-03-11T03:00:00Z'))).toBe('2026-03-11');
  });

  it('end months where they end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-20', 12)).toBe('2027-03-20');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(['2026-02-30', '2026-2-3', 'x'].map(isCivilDate)).toEqual([false, false, false]);
  });
});

describe('seeded random numbers', () => {
  it('repeat for a seed and stay in [0, 1)', () => {
    const draw = (seed: number) => Array.from({ length: 50 }, createRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(3).every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
