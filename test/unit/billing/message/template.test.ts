import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATES } from '../../../../lib/billing/message/defaults.ts';
import { fillTemplate, type Values } from '../../../../lib/billing/message/fill.ts';
import { MESSAGE_KINDS } from '../../../../lib/billing/message/kinds.ts';
import {
  parseTemplate,
  VARIABLES,
  writeTemplate,
} from '../../../../lib/billing/message/template.ts';

const variable = fc.constantFrom(...VARIABLES).map((name) => `{${name}}`);
const words = fc.string({ maxLength: 20 }).map((text) => text.replace(/[{}\r]/g, ''));
const template = fc
  .array(fc.oneof(variable, words, fc.constant('\n')), { minLength: 1, maxLength: 20 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

/** A value of each variable, which may look like anything, a template included. */
const values = fc.record(
  Object.fromEntries(VARIABLES.map((name) => [name, fc.string({ minLength: 1, maxLength: 30 })])),
) as fc.Arbitrary<Values>;

const VALUES = Object.fromEntries(VARIABLES.map((name) => [name, `<${name}>`])) as Values;

function filled(text: string, given: Partial<Values> = {}) {
  const read = parseTemplate(text);
  if (!read.ok) throw new Error(read.error.code);
  return fillTemplate(read.value, { ...VALUES, ...given });
}

describe('a template', () => {
  it('reads back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(template, (text) => {
        const read = parseTemplate(text);
        expect(read.ok && writeTemplate(read.value)).toBe(text);
      }),
    );
  });

  it('never leaves a variable unfilled, and never reads a value as a template', () => {
    fc.assert(
      fc.property(template, values, (text, given) => {
        const read = parseTemplate(text);
        if (!read.ok) throw new Error(text);
        const out = fillTemplate(read.value, given);
        const once = text.replace(/\{(\w+)\}/g, (_whole, name: keyof Values) => given[name] ?? '');
        expect(out.ok && out.value).toBe(once.replace(/\n{3,}/g, '\n\n').trim());
      }),
    );
  });

  it.each([
    ['Olá, {nome}!', { code: 'unknown-variable', name: 'nome' }],
    ['{constructor}', { code: 'unknown-variable', name: 'constructor' }],
    ['{{valor}}', { code: 'stray-brace', name: '{{valor}}' }],
    ['total: {valor', { code: 'stray-brace', name: 'total: {valor' }],
    ['{ valor }', { code: 'unknown-variable', name: ' valor ' }],
    ['${valor.constructor}', { code: 'unknown-variable', name: 'valor.constructor' }],
    [' \n ', { code: 'empty', name: '' }],
    ['x'.repeat(2001), { code: 'too-long', name: '2001' }],
  ])('%j is refused with what is wrong', (text, error) => {
    expect(parseTemplate(text)).toEqual({ ok: false, error });
  });
});

describe('a filled template', () => {
  it('leaves out the line of a way to pay that the charge has not, with its label', () => {
    const text = 'Valor {valor}\nPix: {pix}\nLink: {link}';
    expect(filled(text, { pix: null })).toEqual({ ok: true, value: 'Valor <valor>\nLink: <link>' });
  });

  it('is refused when every way to pay that it names is missing', () => {
    expect(filled('Pix: {pix}\nLink: {link}', { pix: null, link: '' })).toEqual({
      ok: false,
      error: { code: 'missing-values', variables: ['link', 'pix'] },
    });
  });

  it.each(['valor', 'vencimento', 'primeiro_nome', 'total', 'lista'] as const)(
    'is refused without %s',
    (name) => {
      expect(filled(`{${name}} {link}`, { [name]: null })).toEqual({
        ok: false,
        error: { code: 'missing-values', variables: [name] },
      });
    },
  );
});

describe('the defaults', () => {
  it.each(MESSAGE_KINDS)('%s can be read, text and subject', (kind) => {
    const { text, subject } = DEFAULT_TEMPLATES[kind];
    expect(parseTemplate(text).ok).toBe(true);
    expect(parseTemplate(subject).ok).toBe(true);
  });

  it.each(MESSAGE_KINDS)('%s neither threatens nor shames (CDC, art. 42)', (kind) => {
    expect(DEFAULT_TEMPLATES[kind].text).not.toMatch(
      /serasa|spc|negativ|protest|judici|processo|suspen|bloque|corte|cortar|cortad|devedor|caloteir|inadimpl|vergonha|última chance|imediatamente|!!/i,
    );
  });

  it('say in a new date that it takes the place of the one before', () => {
    expect(DEFAULT_TEMPLATES['new-date'].text).toContain('Esta substitui a anterior');
  });
});
