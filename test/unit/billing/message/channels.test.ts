import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMailAddress,
  LONGEST_MAILTO_URL,
  mailtoUrl,
  whatsAppUrl,
} from '../../../../lib/billing/message/links.ts';
import { asIxcWritesIt, numberOf, whatsAppNumber } from '../../../../lib/billing/message/phone.ts';
import { smsLength, withoutAccents } from '../../../../lib/billing/message/sms-length.ts';

function number(text: string) {
  const read = whatsAppNumber(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const NUMBER = number('(11) 98765-4321');

describe('a telephone of IXC', () => {
  it.each([
    ['(11) 98765-4321', '5511987654321'],
    ['11987654321', '5511987654321'],
    ['+55 11 98765-4321', '5511987654321'],
    ['5511987654321', '5511987654321'],
    ['0 11 98765-4321', '5511987654321'],
    ['(79) 3211-4321', '557932114321'],
    ['55 3211-4321', '555532114321'],
  ])('%j is %s', (typed, expected) => {
    expect(whatsAppNumber(typed)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['98765-4321', 'invalid'],
    ['(11) 8765-4321', 'invalid'],
    ['(20) 98765-4321', 'invalid'],
    ['(11) 99999-9999', 'invalid'],
    ['+1 415 555 2671', 'invalid'],
    ['(11) 98765-4321 / 98765-1234', 'invalid'],
    ['falar com a vizinha 11 98765-4321', 'invalid'],
    ['(11) 98765-43210', 'invalid'],
    ['', 'none'],
    ['sem', 'none'],
    [null, 'none'],
  ])('%j is refused as %s', (typed, error) => {
    expect(whatsAppNumber(typed)).toEqual({ ok: false, error });
  });

  it('is written to IXC as IXC writes it, and reads back the same', () => {
    expect(asIxcWritesIt(NUMBER)).toBe('(11) 98765-4321');
    expect(whatsAppNumber(asIxcWritesIt(number('(79) 3211-4321')))).toMatchObject({ ok: true });
  });

  it('is the mobile one of several, and else any that exists', () => {
    expect(numberOf({ mobilePhone: '(11) 3211-4321', phone: '(11) 98765-4321' })).toEqual({
      ok: true,
      value: NUMBER,
    });
    expect(numberOf({ mobilePhone: null, phone: '(11) 3211-4321' })).toMatchObject({ ok: true });
    expect(numberOf({ mobilePhone: null, phone: '123' })).toEqual({ ok: false, error: 'invalid' });
    expect(numberOf({ mobilePhone: null, phone: null })).toEqual({ ok: false, error: 'none' });
  });
});

describe('an address that opens a channel', () => {
  it('carries any text whole, and nothing of it becomes part of the address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        const url = whatsAppUrl(NUMBER, text);
        if (!url.ok) throw new Error('too long');
        const read = new URL(url.value);
        expect([read.origin, read.pathname]).toEqual(['https://wa.me', '/5511987654321']);
        expect([...read.searchParams.keys()]).toEqual(['text']);
        expect(read.searchParams.get('text')).toBe(text);
        expect(read.hash).toBe('');
      }),
    );
  });

  it('of e-mail has one recipient, one subject and one body, whatever they hold', () => {
    const any = fc.string({ maxLength: 100, unit: 'grapheme' });
    fc.assert(
      fc.property(any, any, (subject, body) => {
        const url = mailtoUrl('maria@exemplo.example', subject, body);
        if (!url.ok) return;
        const read = new URL(url.value);
        expect(read.pathname).toBe('maria@exemplo.example');
        expect([...read.searchParams.keys()]).toEqual(['subject', 'body']);
        expect(read.searchParams.get('subject')).not.toMatch(/[\r\n]/);
        expect(read.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(
          body.replaceAll('\r\n', '\n'),
        );
      }),
    );
  });

  it('survives half of a character', () => {
    expect(whatsAppUrl(NUMBER, '\ud83d').ok).toBe(true);
  });

  it('is refused where it would be cut off', () => {
    const body = 'x'.repeat(LONGEST_MAILTO_URL);
    expect(mailtoUrl('a@b.example', 's', body)).toMatchObject({
      error: { code: 'too-long', most: 2000 },
    });
    expect(whatsAppUrl(NUMBER, 'á'.repeat(2000))).toMatchObject({ error: { most: 8000 } });
  });

  it.each([
    'maria@exemplo.example?bcc=outro@exemplo.example',
    'maria@exemplo.example,outro@exemplo.example',
    'maria@exemplo.example; outro@exemplo.example',
    'Maria <maria@exemplo.example>',
    'maria@exemplo.example\nBcc: outro@exemplo.example',
    'maria@exemplo',
    'não tem',
    '',
    null,
  ])('is none for %j', (to) => {
    expect(isMailAddress(to)).toBe(false);
  });
});

describe('the length of an SMS', () => {
  it.each([
    ['', 'gsm-7', 0, 0],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    // An escape and its character are never parted: 152 units fit into each of several.
    ['€'.repeat(81), 'gsm-7', 162, 2],
    ['€'.repeat(153), 'gsm-7', 306, 3],
    ['ã'.repeat(70), 'ucs-2', 70, 1],
    ['ã'.repeat(71), 'ucs-2', 71, 2],
    ['ã'.repeat(135), 'ucs-2', 135, 3],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    // Nor are the halves of a character: 66 units fit.
    ['😀'.repeat(67), 'ucs-2', 134, 3],
  ])('of %j… is counted in %s', (text, alphabet, units, segments) => {
    expect(smsLength(text)).toEqual({ alphabet, units, segments });
  });

  it('is of the small alphabet once the accents are gone, and of ASCII alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(withoutAccents(text)).toMatch(/^[\n\x20-\x7e]*$/);
        expect(smsLength(withoutAccents(text)).alphabet).toBe('gsm-7');
      }),
    );
    expect(withoutAccents('Olá, João! 2ª via · R$ 9,90 – não')).toBe(
      'Ola, Joao! 2a via - R$ 9,90 - nao',
    );
  });
});
