import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../../lib/engine/notify/quiet-hours.ts';
import { MINUTE, setUp } from './notice-desk.ts';

const at = (hours: number, minutes: number) => new Date(2026, 10, 10, hours, minutes, 59).getTime();

describe('quiet hours', () => {
  it.each([
    ['22:00', '07:30', 21, 59, false],
    ['22:00', '07:30', 22, 0, true],
    ['22:00', '07:30', 0, 0, true],
    ['22:00', '07:30', 7, 29, true],
    ['22:00', '07:30', 7, 30, false],
    ['12:00', '13:00', 12, 59, true],
    ['12:00', '13:00', 13, 0, false],
    ['12:00', '13:00', 0, 0, false],
    ['08:00', '08:00', 8, 0, false],
  ])('from %s to %s, at %i:%i: %s', (from, to, hours, minutes, expected) => {
    expect(isQuiet(at(hours, minutes), { from, to })).toBe(expected);
  });

  it('are as many minutes of a day as lie between them, and none where there are none', () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => minute);
    const clock = (minute: number) =>
      [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
    const some = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(some, some, (from, to) => {
        const hours = { from: clock(from), to: clock(to) };
        const quiet = minutes.filter((minute) => isQuiet(at(0, minute), hours));
        expect(quiet).toHaveLength((to - from + 24 * 60) % (24 * 60));
      }),
      { numRuns: 20 },
    );
    expect(isQuiet(at(3, 0), null)).toBe(false);
  });

  it('hold everything back over midnight and over the death of the worker, and tell it as one', async () => {
    const { desk, notices } = await setUp('1', '2', '3');
    desk.configure({ quietHours: { from: '22:00', to: '07:00' } });
    desk.at(23, 30);
    await desk.pay('1');
    await notices.tell();
    desk.pass(3 * 60 * MINUTE);
    await desk.pay('2', '3');
    await desk.block(notices.ports, '8');
    const next = await desk.worker();
    await next.tell();
    expect(desk.told).toEqual([]);
    desk.at(7);
    await next.tell();
    expect(desk.told).toMatchObject([
      { kind: 'received', count: 3, total: 30_000 },
      { kind: 'blocked', count: 1 },
    ]);
  });

  it('keep nothing from the panel, where nothing makes a sound', async () => {
    const { desk, notices } = await setUp('1');
    desk.configure({ quietHours: { from: '09:00', to: '18:00' } });
    await desk.pay('1');
    await notices.tell();
    expect(desk.told).toEqual([]);
    expect(desk.toasts).toHaveLength(1);
  });
});
