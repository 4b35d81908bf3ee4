import { describe, expect, test } from 'vitest';
import { hasTokens, worksAlready } from '../../../components/setup-steps.ts';
import { warningsOf } from '../../../entrypoints/options/account/warnings-of.ts';
import { missingSelectors } from '../../../entrypoints/options/panel/missing-selectors.ts';
import { proposedKeys } from '../../../entrypoints/options/webservice/proposed-keys.ts';
import { complete, empty, setupStories } from '../../e2e/surfaces/page-stories.ts';
import { diagnosis, survey } from '../../e2e/surfaces/panel-samples.ts';

const [panel] = complete.panels;
const [account] = complete.accounts;
if (panel === undefined || account === undefined) throw new Error('no panel');
const withPanel = (more: Partial<typeof panel>) => ({
  ...complete,
  panels: [{ ...panel, ...more }],
});

describe('what works already', () => {
  test('marks with an account and a panel, sending with a confirmed key, and no token', () => {
    expect(worksAlready(empty)).toEqual({ marks: false, sending: false });
    expect(worksAlready(setupStories['half-way'] ?? empty)).toEqual({
      marks: true,
      sending: false,
    });
    expect(worksAlready(withPanel({ tokenHint: null }))).toEqual({ marks: true, sending: true });
  });
  test.each([
    ['bills by fatura', withPanel({ billsByFatura: true })],
    ['lost its permission', withPanel({ permitted: false })],
    ['has no account', withPanel({ accountId: null })],
  ])('nothing in a panel that %s', (_why, setup) => {
    expect(worksAlready(setup)).toEqual({ marks: false, sending: false });
  });
  test('nothing while locked, or without the hosts of Asaas', () => {
    for (const more of [{ vault: 'locked' }, { apiHostsPermitted: false }] as const)
      expect(worksAlready({ ...complete, ...more }).marks).toBe(false);
  });
  test('a token counts only when every panel has one', () => {
    expect(hasTokens(complete)).toBe(true);
    expect(hasTokens(empty)).toBe(false);
    expect(hasTokens({ panels: [panel, { ...panel, tokenHint: null }] })).toBe(false);
  });
});

describe('keys to propose', () => {
  test('first what charges carry, then the CNPJ of the account', () => {
    const found = { keysFound: [{ key: 'antigo', charges: 3 }] };
    expect(proposedKeys(panel, complete.accounts, found).map(({ key }) => key)).toEqual([
      'antigo',
      '11222333000181',
    ]);
  });
  test('a CNPJ that charges carry already is proposed once', () => {
    expect(proposedKeys(panel, complete.accounts, survey)).toHaveLength(2);
  });
  test('nothing where no account charges the panel', () => {
    expect(proposedKeys({ accountId: null }, complete.accounts, null)).toEqual([]);
  });
});

describe('selectors that should match', () => {
  test('what recognised the rows is missed, and nothing else', () => {
    expect(missingSelectors(diagnosis)).toEqual(['idCell']);
  });
  test('a page without a grid misses nothing', () => {
    const selectors = { gridTable: 0, gridBody: 0, headerCell: 0, idCell: 0 };
    expect(missingSelectors({ ...diagnosis, grids: [], selectors })).toEqual([]);
  });
});

test('the warnings of an account come once for all panels, and name the filial', () => {
  const setup = { panels: [panel, { ...panel, origin: 'https://203.0.113.20:8443' }] };
  const { warnings, filiais } = warningsOf({ ...account, canTransfer: true }, setup, {
    of: () => survey,
  });
  expect(warnings.map(({ code }) => code)).toEqual(['can-transfer', 'document-differs']);
  expect(filiais['2']).toBe('Provedor Exemplo Filial Norte');
});
