import { describe, expect, it } from 'vitest';
import { checkEdited } from '../../../../lib/billing/message/edited-text.ts';
import { MESSAGE_KINDS } from '../../../../lib/billing/message/kinds.ts';
import { type MessageFacts, readyMessage } from '../../../../lib/billing/message/ready-message.ts';
import { firstName, type ToldCharge } from '../../../../lib/billing/message/values.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { day } from '../../../fixtures/day.ts';

const provider = {
  name: 'Provedor Exemplo',
  document: '11222333000181',
  address: 'Rua das Amostras, 100, Centro',
};
const charge: ToldCharge = {
  value: cents(9990),
  dueDate: day('2026-12-10'),
  invoiceUrl: 'https://www.asaas.com/i/exemplo',
  linhaDigitavel: '00190.00009 01234.567891',
  pix: '000201FALSO',
};
const late: ToldCharge = { ...charge, dueDate: day('2026-11-10'), value: cents(8990) };

const facts = (change: Partial<MessageFacts> = {}): MessageFacts => ({
  kind: 'second-copy',
  templates: {},
  customerName: 'MARIA EXEMPLO DA SILVA',
  charges: [charge],
  provider,
  today: day('2026-11-22'),
  ...change,
});

function textOf(change: Partial<MessageFacts>): string {
  const message = readyMessage(facts(change));
  if (!message.ok) throw new Error(JSON.stringify(message.error));
  return message.value.text;
}

describe('a ready message', () => {
  it.each(MESSAGE_KINDS)('%s holds no brace, and greets by the first name', (kind) => {
    const text = textOf({ kind });
    expect(text).not.toMatch(/[{}]/);
    expect(text).toContain('Olá, Maria!');
  });

  it('offers every way to pay that there is, and none that there is not', () => {
    expect(textOf({})).toContain('Pix copia e cola: 000201FALSO');
    const text = textOf({ charges: [{ ...charge, pix: null, linhaDigitavel: null }] });
    expect(text).toContain('Link: https://www.asaas.com/i/exemplo');
    expect(text).not.toMatch(/Pix|Linha/);
  });

  it('lists all that is overdue, with the total', () => {
    const text = textOf({ kind: 'all-overdue', charges: [late, { ...late, value: cents(101) }] });
    expect(text).toContain('• R$ 89,90, vencimento 10/11/2026: https://www.asaas.com/i/exemplo');
    expect(text).toContain('Total: R$ 90,91');
  });

  it.each([
    ['name', { ...provider, name: ' ' }],
    ['document', { ...provider, document: '11222333000182' }],
    ['address', { ...provider, address: '' }],
  ] as const)('of a debt that fell due is refused without the %s of the creditor', (part, who) => {
    for (const kind of ['overdue', 'all-overdue', 'second-copy'] as const) {
      expect(readyMessage(facts({ kind, charges: [late], provider: who }))).toEqual({
        ok: false,
        error: { code: 'identity', parts: [part] },
      });
    }
    expect(readyMessage(facts({ provider: who })).ok).toBe(true);
  });

  it('of a debt that fell due says who the creditor is, whatever the template says', () => {
    const text = textOf({ charges: [late], templates: { 'second-copy': 'Pague aqui: {link}' } });
    expect(text).toBe(
      'Pague aqui: https://www.asaas.com/i/exemplo\n\nProvedor Exemplo · CNPJ 11.222.333/0001-81\nRua das Amostras, 100, Centro',
    );
  });

  it('is refused by the very name that its template has wrong', () => {
    expect(readyMessage(facts({ templates: { 'second-copy': 'Oi {nome}' } }))).toEqual({
      ok: false,
      error: { code: 'unknown-variable', name: 'nome' },
    });
  });

  it('is none without a charge or a name to greet', () => {
    expect(readyMessage(facts({ charges: [] }))).toMatchObject({ error: { code: 'no-charge' } });
    expect(readyMessage(facts({ customerName: ' ' }))).toMatchObject({
      error: { code: 'missing-values', variables: ['primeiro_nome'] },
    });
  });
});

describe('a first name', () => {
  it.each([
    ['MARIA EXEMPLO', 'Maria'],
    ['Ana-Lúcia de Tal', 'Ana-Lúcia'],
    ['ÉRICA', 'Érica'],
    ['{pix} Silva', 'pix'],
    ['José\nTotal: R$ 0,00', 'José'],
    ['  ', null],
  ])('of %j is %j', (name, first) => {
    expect(firstName(name)).toBe(first);
  });
});

describe('an edited text', () => {
  const said = textOf({ kind: 'overdue', charges: [late] });

  it('may leave as it was composed, and with other words', () => {
    expect(checkEdited(said, { collection: true, provider })).toEqual({ ok: true, value: said });
    const other = said.replace('Olá', 'Bom dia').replaceAll('\n', '\r\n');
    expect(checkEdited(other, { collection: true, provider }).ok).toBe(true);
  });

  it('says in a collection who the creditor is, still', () => {
    const without = said.replace('11.222.333/0001-81', '').replace('Rua das Amostras', 'Rua');
    expect(checkEdited(without, { collection: true, provider })).toEqual({
      ok: false,
      error: { code: 'identity', parts: ['document', 'address'] },
    });
    expect(checkEdited(without, { collection: false, provider }).ok).toBe(true);
  });

  it.each([
    ['Pague {valor}', { code: 'unfilled', name: 'valor' }],
    ['Pague { Vencimento }', { code: 'unfilled', name: 'Vencimento' }],
    ['Pague {qualquer_coisa}', { code: 'unfilled', name: 'qualquer_coisa' }],
    ['  \n', { code: 'empty' }],
    ['x'.repeat(4001), { code: 'too-long' }],
  ])('%j does not leave', (text, error) => {
    expect(checkEdited(text, { collection: false, provider })).toEqual({ ok: false, error });
  });
});
