import { expect, test } from 'vitest';
import { RowStates, STALE_AFTER } from '../../../../lib/ixc/panel/row-states.ts';
import type { RowState } from '../../../../lib/messages/panel.ts';

const state = (id: string): RowState => ({ id, group: 'open', canSend: false, seenAt: 0 });

test('an invoice is asked for once, and again only after a minute', () => {
  let now = 1_000;
  const states = new RowStates(() => now);
  expect(states.isDue('1')).toBe(true);
  states.put([state('1')]);
  expect(states.isDue('1')).toBe(false);
  now += STALE_AFTER - 1;
  expect(states.isDue('1')).toBe(false);
  now += 1;
  expect(states.isDue('1')).toBe(true);
  expect(states.get('1')).toEqual(state('1'));
});

test('an invoice that the worker knows nothing of counts as answered', () => {
  const states = new RowStates(() => 0);
  expect(states.put([state('1')], ['1', '2'])).toEqual(new Set(['1', '2']));
  expect(states.isDue('2')).toBe(false);
  expect(states.get('2')).toBeUndefined();
});

test('memory is bounded: the states answered longest ago are forgotten first', () => {
  const states = new RowStates(() => 0);
  states.put(Array.from({ length: 5_000 }, (_, index) => state(String(index + 1))));
  states.put([state('1'), state('9999')]);
  expect(states.get('1')).toBeDefined();
  expect(states.get('2')).toBeUndefined();
  expect(states.get('9999')).toBeDefined();
});
