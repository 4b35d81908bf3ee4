import { describe, expect, test } from 'vitest';
import { accountWarnings } from '../../../lib/settings/account-warnings.ts';
import type { Route } from '../../../lib/settings/settings.ts';

const MATRIZ = '11222333000181';
const BRANCH = '11222333000262';
const FILIAIS = { 1: '11.222.333/0001-81', 2: '11.222.333/0002-62' };

const account = { id: 'sandbox:a', document: MATRIZ, canTransfer: false, hasPixKey: true };
const panel = (accountId: string | null, ...routes: Route[]) => ({ accountId, routes });
const route = (filialId: string | null, carteiraId: string | null, accountId = 'sandbox:b') => ({
  ...{ filialId, carteiraId, accountId },
});

describe('an account', () => {
  test('that only charges, has a Pix key and the filial’s CNPJ warns of nothing', () => {
    expect(accountWarnings(account, panel('sandbox:a'), { 1: FILIAIS[1] })).toEqual([]);
  });

  test('whose key can transfer money, or that has no Pix key, says so', () => {
    expect(accountWarnings({ ...account, canTransfer: true, hasPixKey: false }, null, {})).toEqual([
      { code: 'can-transfer' },
      { code: 'no-pix-key' },
    ]);
  });

  test('of which that could not be told warns of nothing', () => {
    const unknown = { ...account, document: '', canTransfer: null, hasPixKey: null };
    expect(accountWarnings(unknown, panel('sandbox:a'), FILIAIS)).toEqual([]);
    expect(accountWarnings(account, panel('sandbox:a'), { 2: '' })).toEqual([]);
  });
});

describe('another CNPJ than the filial’s is told', () => {
  const differing = [{ code: 'document-differs', filialId: '2' }];

  test('of every filial that the account charges', () => {
    expect(accountWarnings(account, panel('sandbox:a'), FILIAIS)).toEqual(differing);
  });

  test('but not of one that a route gives to another account', () => {
    expect(accountWarnings(account, panel('sandbox:a', route('2', null)), FILIAIS)).toEqual([]);
    const other = { ...account, id: 'sandbox:b', document: BRANCH };
    expect(accountWarnings(other, panel('sandbox:a', route('2', null)), FILIAIS)).toEqual([]);
  });

  test('also where only one carteira of the filial comes to it', () => {
    const routed = panel('sandbox:b', route('2', '7', 'sandbox:a'));
    expect(accountWarnings(account, routed, FILIAIS)).toEqual(differing);
  });

  test('and not by an account that the panel does not use', () => {
    expect(accountWarnings(account, panel('sandbox:b'), FILIAIS)).toEqual([]);
    expect(accountWarnings(account, panel(null), FILIAIS)).toEqual([]);
  });
});
