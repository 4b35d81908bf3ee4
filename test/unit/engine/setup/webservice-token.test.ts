import { describe, expect, test } from 'vitest';
import { readToken } from '../../../../lib/engine/setup/webservice-token.ts';
import { DEFAULT_TOKEN } from '../../../emulators/ixc/index.ts';

const BASE64 = btoa(DEFAULT_TOKEN);

describe('a webservice token', () => {
  test.each([
    ['as IXC shows it', DEFAULT_TOKEN],
    ['in base64', BASE64],
    ['with spaces and a line’s end around', `  ${DEFAULT_TOKEN}\r\n`],
    ['broken over two lines', `${DEFAULT_TOKEN.slice(0, 40)}\n${DEFAULT_TOKEN.slice(40)}`],
    ['in base64 broken over lines', BASE64.replace(/.{30}/g, '$&\n')],
    ['in quotes', `"${DEFAULT_TOKEN}"`],
    ['in a word processor’s quotes', `“${DEFAULT_TOKEN}”`],
    ['as a header’s value', `Basic ${BASE64}`],
    ['raw behind Basic', `basic ${DEFAULT_TOKEN}`],
    ['as a whole header', `Authorization: Basic ${BASE64}`],
    ['as a header in a program', `'Authorization': 'Basic ${BASE64}'`],
    ['behind its label', `Token: ${DEFAULT_TOKEN}`],
    ['with a space behind the colon', DEFAULT_TOKEN.replace(':', ': ')],
    ['without the padding of base64', BASE64.replace(/=+$/, '')],
  ])('%s is the same token', (_how, pasted) => {
    expect(readToken(pasted)).toEqual({ ok: true, value: DEFAULT_TOKEN });
  });

  test.each([
    'isto não é um token',
    DEFAULT_TOKEN.slice(2),
    'admin:senha',
    btoa('admin:senha'),
    '3:',
    'https://painel.provedor.example/adm.php',
    '$aact_hmlg_FAKE-KEY-OF-ANOTHER-SYSTEM',
    'Basic',
  ])('%j is none', (pasted) => {
    expect(readToken(pasted)).toEqual({ ok: false, error: { code: 'ixc-token-format' } });
  });

  test.each(['', '   ', '""', '\n'])('%j is nothing at all', (pasted) => {
    expect(readToken(pasted)).toEqual({ ok: false, error: { code: 'ixc-token-missing' } });
  });
});
