import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAttemptCode } from '../../../../lib/billing/attempt-code.ts';
import { describeCharge } from '../../../../lib/billing/plan/describe.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import { DEFAULT_DESCRIPTION } from '../../../../lib/settings/fields.ts';
import { customer } from '../../../fixtures/customer.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { facts } from './facts.ts';

const values = {
  titulo: '4711',
  vencimento: '22/11/2026',
  documento: '72006',
  contrato: '9',
  provedor: 'Provedor Exemplo',
};

describe('the description of a charge', () => {
  it.each([
    [DEFAULT_DESCRIPTION, 'Título 4711 · vencimento 22/11/2026 · documento 72006'],
    ['{provedor} - contrato {contrato}', 'Provedor Exemplo - contrato 9'],
    ['{titulo}/{documento}, {vencimento}', '4711/72006, 22/11/2026'],
    ['Mensalidade', 'Mensalidade'],
    ['Mensalidade de {mes}', 'Mensalidade de {mes}'],
  ])('fills %s', (template, text) => {
    expect(describeCharge(template, values)).toBe(text);
  });

  it.each([
    ['Título {titulo} · documento {documento}', 'Título 4711'],
    ['documento {documento} · Título {titulo}', 'Título 4711'],
    ['A {titulo} · B {documento} · C {vencimento}', 'A 4711 · C 22/11/2026'],
    ['{provedor} | doc. {documento} | {titulo}', 'Provedor Exemplo | 4711'],
    ['Título {titulo}, documento {documento}; obrigado', 'Título 4711; obrigado'],
    ['{documento}', 'Título 4711'],
    [' · ', 'Título 4711'],
  ])('leaves out of %s what is missing, and its separator', (template, text) => {
    for (const documento of [null, '', '  ']) {
      expect(describeCharge(template, { ...values, documento })).toBe(text);
    }
  });

  it('keeps a hyphen within a word', () => {
    expect(describeCharge('Pós-pago {titulo}', values)).toBe('Pós-pago 4711');
  });

  it('is cut at 300 characters, never through one', () => {
    const text = describeCharge(`${'a'.repeat(299)}😀 {titulo}`, values);
    expect(text).toBe('a'.repeat(299));
    expect(describeCharge('{documento}', { ...values, documento: 'x'.repeat(90) })).toBe(
      'x'.repeat(60),
    );
  });

  it('fits with the attempt code, whatever the template and the values', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.constant(null));
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text, text, (template, documento, provedor) => {
        const written = describeCharge(template, { ...values, documento, provedor });
        expect(written.length).toBeGreaterThan(0);
        expect(written.length).toBeLessThanOrEqual(300);
        expect(withAttemptCode(written, '7K3MQ').length).toBeLessThanOrEqual(500);
      }),
    );
  });

  it('has nothing of the person in it', () => {
    const description = Object.keys(values)
      .concat('nome', 'cpf', 'cliente', 'name', 'email')
      .map((name) => `{${name}}`)
      .join(' · ');
    const plan = planSend({ ...facts, rules: { ...facts.rules, description } });
    const written = plan.kind === 'new' ? plan.draft.description : '';
    expect(written).toContain(`${invoice.id} · 22/11/2026 · 72006 · 9 · Provedor Exemplo`);
    for (const theirs of [customer.name, customer.document, customer.email ?? '@'])
      expect(written).not.toContain(theirs);
  });
});
