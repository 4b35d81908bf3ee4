import { describe, expect, test } from 'vitest';
import { hostPattern, panelPattern } from '../../../lib/settings/match-patterns.ts';
import { isPlainHttp, normalisePanelAddress } from '../../../lib/settings/panel-address.ts';

describe('the address of a panel', () => {
  test.each([
    ['painel.provedor.example', 'https://painel.provedor.example'],
    ['  https://painel.provedor.example/adm.php  ', 'https://painel.provedor.example'],
    ['https://Painel.Provedor.EXAMPLE/adm.php#tab?x=1', 'https://painel.provedor.example'],
    ['//painel.provedor.example/', 'https://painel.provedor.example'],
    ['HTTPS://painel.provedor.example:443', 'https://painel.provedor.example'],
    ['painel.provedor.example:8443/adm.php', 'https://painel.provedor.example:8443'],
    ['203.0.113.7', 'https://203.0.113.7'],
    ['https://203.0.113.7:4443/adm.php', 'https://203.0.113.7:4443'],
    ['http://192.168.0.10/adm.php', 'http://192.168.0.10'],
    ['http://10.1.2.3:8080', 'http://10.1.2.3:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['localhost:8080', 'https://localhost:8080'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
    ['http://[::1]:9000', 'http://[::1]:9000'],
    ['https://[2001:db8::1]/adm.php', 'https://[2001:db8::1]'],
    ['provedor-ção.example', 'https://xn--provedor-o-n5a1c.example'],
    ['xn--provedor-o-n5a1c.example/adm.php', 'https://xn--provedor-o-n5a1c.example'],
    ['painel.provedor.example/adm.php', 'https://painel.provedor.example'],
    ['https://painel.provedor.example/app/login', 'https://painel.provedor.example'],
    ['https://painel.provedor.example/login.php?erro=1', 'https://painel.provedor.example'],
    ['painel.provedor.example/central_assinante_web/login', 'https://painel.provedor.example'],
    ['PAINEL.PROVEDOR.EXAMPLE', 'https://painel.provedor.example'],
    ['“https://painel.provedor.example/adm.php”,', 'https://painel.provedor.example'],
    ['<https://painel.provedor.example/adm.php>', 'https://painel.provedor.example'],
    ['view-source:https://painel.provedor.example/adm.php', 'https://painel.provedor.example'],
    ['https:/painel.provedor.example', 'https://painel.provedor.example'],
    ['https//painel.provedor.example', 'https://painel.provedor.example'],
    ['https:\\\\painel.provedor.example\\adm.php', 'https://painel.provedor.example'],
    ['https://https://painel.provedor.example', 'https://painel.provedor.example'],
    ['http:192.168.0.10', 'http://192.168.0.10'],
    ['https.provedor.example:8443', 'https://https.provedor.example:8443'],
    ['painel.provedor.example.', 'https://painel.provedor.example'],
    ['\u200bpainel.provedor.example\n', 'https://painel.provedor.example'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['2001:DB8::1', 'https://[2001:db8::1]'],
    ['http://[fd00::7]/adm.php', 'http://[fd00::7]'],
  ])('%s is %s', (typed, origin) => {
    expect(normalisePanelAddress(typed)).toEqual({ ok: true, value: origin });
  });

  test.each([
    '',
    '   ',
    'meu painel',
    'https://',
    'ftp://painel.provedor.example',
    'data://painel.provedor.example/%0aalert(1)',
    'file:///etc/passwd',
    'chrome-extension://abcdefghijklmnop/adm.php',
    'https://admin:senha@painel.provedor.example',
    'https://painel.provedor.example:99999',
    'https:',
    'fulano@painel.provedor.example',
    'painel.provedor.example painel2.provedor.example',
    'javascript://painel.provedor.example/%0aalert(1)',
  ])('%j is none', (typed) => {
    expect(normalisePanelAddress(typed)).toEqual({
      ok: false,
      error: { code: 'panel-address-invalid' },
    });
  });

  test.each([
    'http://painel.provedor.example',
    'http://203.0.113.7',
    'http://172.32.0.1',
    'http://11.0.0.1',
    'http://192.169.0.1',
    'http://[2001:db8::1]',
    'http://10.0.0.1.provedor.example',
    'http://localhost.provedor.example',
  ])('%s would speak in clear over the internet', (typed) => {
    expect(normalisePanelAddress(typed)).toMatchObject({
      ok: false,
      error: { code: 'panel-http-public' },
    });
  });

  test('an address written to look private is judged by what it means', () => {
    expect(normalisePanelAddress('http://0xa000001')).toEqual({
      ok: true,
      value: 'http://10.0.0.1',
    });
    expect(normalisePanelAddress('http://3405803783')).toMatchObject({ ok: false });
  });
});

test.each([
  ['http://192.168.0.10', true],
  ['http://[fd00::7]:8080', true],
  ['https://192.168.0.10', false],
  ['https://painel.provedor.example', false],
  ['http://localhost:8080', false],
  ['http://127.0.0.1:8080', false],
  ['http://[::1]:8080', false],
])('what is sent to %s can be read on the way: %s', (origin, plain) => {
  expect(isPlainHttp(origin)).toBe(plain);
});

describe('match patterns', () => {
  const origin = 'https://painel.provedor.example:8443';

  test('keep the port where the browser understands it', () => {
    expect(hostPattern(origin, true)).toBe('https://painel.provedor.example:8443/*');
    expect(panelPattern(origin, true)).toBe('https://painel.provedor.example:8443/adm.php*');
  });

  test('drop it where a pattern with a port matches nothing', () => {
    expect(hostPattern(origin, false)).toBe('https://painel.provedor.example/*');
    expect(panelPattern(origin, false)).toBe('https://painel.provedor.example/adm.php*');
  });
});
