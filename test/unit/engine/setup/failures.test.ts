import { describe, expect, test } from 'vitest';
import type { AsaasFailure } from '../../../../lib/asaas/client.types.ts';
import {
  asaasFailureView,
  ixcFailureView,
  storageFailureView,
  unforeseenView,
} from '../../../../lib/engine/setup/failures.ts';
import { quote } from '../../../../lib/engine/setup/quote.ts';
import type { IxcFailure } from '../../../../lib/ixc/webservice/client.types.ts';
import { LedgerUnusable } from '../../../../lib/ledger/unusable.ts';
import { FAILURE_CODES } from '../../../../lib/messages/failure.ts';

describe('failures of Asaas', () => {
  test.each<[AsaasFailure, object]>([
    [{ kind: 'not-sent', why: 'permission-missing' }, { code: 'permission-missing' }],
    [{ kind: 'not-sent', why: 'host-refused' }, { code: 'internal' }],
    [{ kind: 'unauthorized', code: null, detail: '' }, { code: 'asaas-key-refused' }],
    [
      { kind: 'unauthorized', code: 'invalid_access_token', detail: 'Inválida' },
      { code: 'asaas-key-refused', detail: 'Inválida' },
    ],
    [
      { kind: 'unauthorized', code: 'invalid_access_token_format', detail: '' },
      { code: 'asaas-key-format' },
    ],
    [
      { kind: 'unauthorized', code: 'invalid_environment', detail: '' },
      { code: 'asaas-key-environment' },
    ],
    [
      { kind: 'unauthorized', code: 'insufficient_permission', detail: '' },
      { code: 'asaas-key-powerless' },
    ],
    [
      { kind: 'forbidden', code: 'insufficient_permission', detail: 'Falta PAYMENT:WRITE' },
      { code: 'asaas-key-powerless', detail: 'Falta PAYMENT:WRITE' },
    ],
    [{ kind: 'forbidden', code: null, detail: '' }, { code: 'asaas-forbidden' }],
    [
      { kind: 'rejected', code: 'invalid_object', detail: 'Valor menor que R$ 5,00' },
      { code: 'asaas-rejected', detail: 'Valor menor que R$ 5,00' },
    ],
    [
      { kind: 'rejected', code: 'insufficient_permission', detail: '' },
      { code: 'asaas-key-powerless' },
    ],
    [{ kind: 'not-found' }, { code: 'asaas-not-found' }],
    [{ kind: 'rate-limited', retryAfterMs: null }, { code: 'asaas-rate-limited' }],
    [
      { kind: 'rate-limited', retryAfterMs: 9001 },
      { code: 'asaas-rate-limited', params: { seconds: '10' } },
    ],
    [
      { kind: 'rate-limited', retryAfterMs: 7_200_000 },
      { code: 'asaas-quota', params: { minutes: '120' } },
    ],
    [
      { kind: 'server', status: 503 },
      { code: 'asaas-unavailable', params: { status: '503' } },
    ],
    [{ kind: 'timeout' }, { code: 'asaas-timeout' }],
    [{ kind: 'network' }, { code: 'asaas-network' }],
    [{ kind: 'rubbish', detail: '' }, { code: 'asaas-rubbish' }],
  ])('%j is shown as %j', (failure, view) => {
    expect(asaasFailureView(failure)).toEqual(view);
  });
});

describe('failures of IXC', () => {
  test.each<[IxcFailure, object]>([
    [{ kind: 'not-sent', why: 'permission-missing' }, { code: 'permission-missing' }],
    [{ kind: 'not-sent', why: 'host-refused' }, { code: 'panel-unknown' }],
    [{ kind: 'unauthorized' }, { code: 'ixc-token-refused' }],
    [
      { kind: 'ip-not-allowed', detail: 'Seu IP' },
      { code: 'ixc-ip-not-allowed', detail: 'Seu IP' },
    ],
    [
      { kind: 'refused', detail: 'Erro' },
      { code: 'ixc-error', detail: 'Erro' },
    ],
    [
      { kind: 'html', detail: 'Ocorreu um erro' },
      { code: 'ixc-html', detail: 'Ocorreu um erro' },
    ],
    [{ kind: 'not-found' }, { code: 'ixc-error', params: { status: '404' } }],
    [
      { kind: 'server', status: 403 },
      { code: 'ixc-no-permission', params: { status: '403' } },
    ],
    [
      { kind: 'server', status: 504 },
      { code: 'ixc-error', params: { status: '504' } },
    ],
    [{ kind: 'timeout' }, { code: 'ixc-timeout' }],
    [{ kind: 'network' }, { code: 'ixc-network' }],
    [
      { kind: 'rubbish', detail: '?' },
      { code: 'ixc-rubbish', detail: '?' },
    ],
    [{ kind: 'suspicious-empty' }, { code: 'ixc-suspicious-empty' }],
    [{ kind: 'rubbish', detail: 'redirected' }, { code: 'ixc-captive-portal' }],
    [{ kind: 'captive-portal' }, { code: 'ixc-captive-portal' }],
    [{ kind: 'certificate' }, { code: 'ixc-certificate' }],
    [{ kind: 'unsupported' }, { code: 'ixc-unsupported' }],
    [{ kind: 'no-tab' }, { code: 'ixc-no-tab' }],
    [{ kind: 'logged-out' }, { code: 'ixc-logged-out' }],
    [
      { kind: 'session-unusable', detail: 'valor_aberto' },
      { code: 'ixc-session-unusable', detail: 'valor_aberto' },
    ],
  ])('%j is shown as %j', (failure, view) => {
    expect(ixcFailureView(failure)).toEqual(view);
  });
});

test('a full disk is told from a broken one', () => {
  expect(storageFailureView(new DOMException('', 'QuotaExceededError'))).toEqual({
    code: 'storage-full',
  });
  expect(storageFailureView(new Error('QUOTA_BYTES quota exceeded'))).toEqual({
    code: 'storage-full',
  });
  expect(storageFailureView(new Error('corrupt'))).toEqual({ code: 'storage-failed' });
  expect(storageFailureView('thrown text')).toEqual({ code: 'storage-failed' });
});

describe('quoting another system', () => {
  test.each([
    ['the key', 'A chave $aact_prod_FAKE0000::abc== é inválida', 'A chave ••• é inválida'],
    ['a key without its dollar sign', 'aact_hmlg_FAKE0000', '•••'],
    ['a token', `Token 3:${'0f'.repeat(32)} recusado`, 'Token 3:••• recusado'],
    ['a token in base64', `Basic ${btoa(`3:${'0f'.repeat(32)}`)}`, 'Basic •••'],
    ['an e-mail', 'O e-mail so-este@envio.example é inválido.', 'O e-mail ••• é inválido.'],
    ['a CPF', 'O CPF 249.715.637-92 é inválido', 'O CPF ••• é inválido'],
    ['a CPF in digits', '24971563792 já existe', '••• já existe'],
    ['a CNPJ', 'CNPJ 11.222.333/0001-81', 'CNPJ •••'],
    ['a mobile', 'O celular (11) 98765-4321 é inválido', 'O celular ••• é inválido'],
    ['a telephone', 'telefone 1133334444', 'telefone •••'],
    ['a mobile with its ninth digit apart', '(11) 9 8765-4321 inválido', '••• inválido'],
    ['a number without its area', 'celular 98765-4321', 'celular •••'],
    ['a mobile with a point', 'celular (11) 9.8765-4321 e 9.8765-4321', 'celular ••• e •••'],
    ['a CPF in groups', 'CPF 111 444 777 35 já usado', 'CPF ••• já usado'],
    ['a CPF without points', 'CPF 529982247-25', 'CPF •••'],
    ['a CNPJ with letters', 'CNPJ 12ABC34501DE35 inválido', 'CNPJ ••• inválido'],
    ['one with its points, in small letters', 'CNPJ 12.abc.345/01de-35', 'CNPJ •••'],
    ['half an e-mail', 'O e-mail fulano@provedor é inválido', 'O e-mail ••• é inválido'],
  ])('never repeats %s', (_what, said, quoted) => {
    expect(quote(said)).toBe(quoted);
  });

  test('keeps ids and sentences, on one line of at most 300 characters', () => {
    expect(quote('  A cobrança\n pay_1234567890123456 não existe. ')).toBe(
      'A cobrança pay_1234567890123456 não existe.',
    );
    const dated = 'Vence em 22/11/2026, R$ 1.234,56, lido às 2026-11-22 15:00:01.';
    expect(quote(dated)).toBe(dated);
    const coded = 'O código 00020126580014BR não vale para BOLETOBANCARIO.';
    expect(quote(coded)).toBe(coded);
    expect(quote('muito texto '.repeat(100))).toHaveLength(300);
  });
});

test('no failure code is named twice', () => {
  expect(new Set(FAILURE_CODES).size).toBe(FAILURE_CODES.length);
});

test('a ledger that cannot be opened says why, and a full disk is found inside what wraps it', () => {
  expect(unforeseenView(new LedgerUnusable('newer'))).toEqual({ code: 'ledger-newer' });
  expect(unforeseenView(new LedgerUnusable('waits'))).toEqual({ code: 'ledger-waits' });
  expect(unforeseenView(new LedgerUnusable('upgrade'))).toEqual({ code: 'ledger-upgrade-failed' });
  const full = new DOMException('', 'QuotaExceededError');
  expect(unforeseenView(Object.assign(new Error('AbortError'), { inner: full }))).toEqual({
    code: 'storage-full',
  });
  expect(unforeseenView(new TypeError('x is not a function'))).toEqual({ code: 'internal' });
});
