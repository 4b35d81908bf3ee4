import { describe, expect, test } from 'vitest';
import {
  hasAccount,
  routeAt,
  withMark,
  withRoute,
  withSettlement,
  type RoutingDraft,
} from '../../../entrypoints/options/routing/routing-draft.ts';
import { survey } from '../../e2e/surfaces/panel-samples.ts';

const nothing: RoutingDraft = { routes: [], carteiras: null, settlements: [] };
const filial = { filialId: '1', carteiraId: null };
const carteira = { filialId: null, carteiraId: '1' };

describe('routes', () => {
  test('a filial and a carteira of the same number are two places', () => {
    const draft = withRoute(withRoute(nothing, filial, 'a'), carteira, 'b');
    expect([routeAt(draft, filial), routeAt(draft, carteira)]).toEqual(['a', 'b']);
  });
  test('another account replaces the first, and none of its own removes the rule', () => {
    const twice = withRoute(withRoute(nothing, filial, 'a'), filial, 'b');
    expect(twice.routes).toHaveLength(1);
    expect(withRoute(twice, filial, null).routes).toEqual([]);
  });
});

test('the last mark gone, no list is kept', () => {
  const marked = withMark(withMark(nothing, '1', true), '1', true);
  expect(marked.carteiras).toEqual(['1']);
  expect(withMark(marked, '1', false).carteiras).toBeNull();
});

test('an account has one conta', () => {
  const conta = { contaId: '5', planejamentoId: '12', name: 'Banco Exemplo' };
  const twice = withSettlement(withSettlement(nothing, 'a', conta), 'a', {
    ...conta,
    contaId: '6',
  });
  expect(twice.settlements).toEqual([{ accountId: 'a', ...conta, contaId: '6' }]);
  expect(withSettlement(twice, 'a', null).settlements).toEqual([]);
});

describe('the account of a carteira', () => {
  const ofFilial = { id: '1', filialId: '1' };
  const ofAll = { id: '3', filialId: null };
  test('is there once its filial has one', () => {
    expect(hasAccount(nothing, null, ofFilial, survey.filiais)).toBe(false);
    expect(hasAccount(withRoute(nothing, filial, 'a'), null, ofFilial, survey.filiais)).toBe(true);
  });
  test('of every filial needs one in each, or one of its own', () => {
    const one = withRoute(nothing, filial, 'a');
    expect(hasAccount(one, null, ofAll, survey.filiais)).toBe(false);
    expect(hasAccount(one, 'panel', ofAll, survey.filiais)).toBe(true);
    const own = withRoute(nothing, { filialId: null, carteiraId: '3' }, 'a');
    expect(hasAccount(own, null, ofAll, [])).toBe(true);
  });
});
