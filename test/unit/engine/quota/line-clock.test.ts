import { describe, expect, it } from 'vitest';
import { createLine } from '../../../../lib/engine/quota/line.ts';

const REST = 5_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One who waits behind a rest of five seconds; the timer fires when the clock says `behind` ms less. */
async function afterTimer(behind: number) {
  let time = 1_000_000;
  const until = time + REST;
  const timers: (() => void)[] = [];
  const line = createLine({
    now: () => time,
    sleep: () => new Promise((go) => timers.push(go)),
    obstacle: () => (time < until ? { until } : null),
    starts: () => undefined,
  });
  let answer: unknown = 'waits';
  line
    .enter({ purpose: 'person', family: 'GET v3/payments', isReading: true })
    .then((given) => (answer = given))
    .catch(() => undefined);
  time = until - behind;
  timers.shift()?.();
  await turn();
  // Minutes later: every timer that was set has fired.
  time = until + 300_000;
  for (const go of timers.splice(0)) go();
  await turn();
  return answer;
}

describe('who waits for a time', () => {
  it.each([
    ['the timer fires a millisecond early', 1],
    ['the clock was set back two seconds', 2_000],
  ])('is answered when %s', async (_, behind) => {
    expect(await afterTimer(behind)).not.toBe('waits');
  });
});
