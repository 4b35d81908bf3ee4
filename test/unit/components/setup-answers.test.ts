import './portuguese.ts';
import { describe, expect, test } from 'vitest';
import { accountName } from '../../../components/account-name.ts';
import { hasTokens, stepsDone, worksAlready } from '../../../components/setup-steps.ts';
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
  test('nothing with an account that came in a file, until its key is given anew', () => {
    const setup = { ...complete, accounts: [{ ...account, keyHint: '' }] };
    expect(worksAlready(setup)).toEqual({ marks: false, sending: false });
    expect(stepsDone(setup).account).toBe(false);
    expect(accountName({ ...account, keyHint: '' })).toContain('sem chave neste navegador');
  });
  test('a token counts only when every panel has one', () => {
    expect(hasTokens(complete)).toBe(true);
    expect(hasTokens(empty)).toBe(false);
    expect(hasTokens({ panels: [panel, { ...panel, tokenHint: null }] })).toBe(false);
  });
});

describe('keys to propose', () => {
  const OWN = '11222333000181';
  const keys = (...found: string[]) => ({
    keysFound: found.map((key, index) => ({ key, charges: 9 - index })),
  });
  const proposed = (found: string[], other?: string): string[] => {
    const neighbour = { ...panel, origin: 'https://outro.example', providerKey: other ?? null };
    const setup = { ...complete, panels: [panel, neighbour] };
    return proposedKeys(panel, setup, keys(...found)).map(({ key }) => key);
  };
  test('first the CNPJ of the account, then what charges carry, each once', () => {
    expect(proposed(['antigo'])).toEqual([OWN, 'antigo']);
    expect(proposed(['antigo', OWN])).toEqual([OWN, 'antigo']);
  });
  test('never a key that another panel was confirmed under', () => {
    expect(proposed(['outra', 'antigo'], 'outra')).toEqual([OWN, 'antigo']);
    expect(proposed([OWN], OWN)).toEqual([]);
  });
  test('nothing where no account charges the panel', () => {
    expect(proposedKeys({ ...panel, accountId: null }, complete, null)).toEqual([]);
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
