import { expect, test } from 'vitest';
import { stepsMissing } from '../../../components/setup-steps.ts';
import { complete, empty } from '../../e2e/surfaces/page-stories.ts';

const [panel] = complete.panels;
if (panel === undefined) throw new Error('no panel');
const withSecond = (more: Partial<typeof panel>) => ({
  ...complete,
  panels: [panel, { ...panel, origin: 'https://203.0.113.20:8443', ...more }],
});

test('everything is missing at first, and nothing once one panel can charge', () => {
  expect(stepsMissing(empty)).toEqual(['account', 'panel', 'webservice', 'sending']);
  expect(stepsMissing(complete)).toEqual([]);
});

test.each([
  ['has no account', { accountId: null }, ['panel']],
  ['lost its permission', { permitted: false }, ['panel']],
  ['has no confirmed provider key', { providerKey: null }, ['webservice']],
])('a second panel that %s is still to do', (_what, more, missing) => {
  expect(stepsMissing(withSecond(more))).toEqual(missing);
});

test('without any account only the account step asks for one', () => {
  const none = { ...complete, accounts: [], panels: [{ ...panel, accountId: null }] };
  expect(stepsMissing(none)).toEqual(['account']);
});
