import { describe, expect, it } from 'vitest';
import type { Payer } from '../../../../lib/billing/charge.ts';
import { maskDocument } from '../../../../lib/billing/document.ts';
import { payerReference } from '../../../../lib/billing/reference.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { payer } from '../../../fixtures/charge.ts';
import { customer } from '../../../fixtures/customer.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts } from './facts.ts';

const plain = (change: Partial<Payer>): Payer => ({ ...payer, reference: null, ...change });

function planWith(
  payersByReference: readonly Payer[],
  payersByDocument: readonly Payer[] = [],
  choices: SendChoices = {},
) {
  return planSend({ ...facts, payersByReference, payersByDocument, choices });
}
const known = (id: string) => ({ kind: 'new', payer: { kind: 'known', payer: { id } } });
const blocked = (code: string) => ({ kind: 'blocked', reasons: [{ code }] });

describe('the payer', () => {
  it('is the one with our reference', () => {
    expect(planWith([payer], [plain({ id: 'cus_000000' })])).toMatchObject(known('cus_000001'));
  });

  it('with our reference may be written with other accents, case and spaces', () => {
    const spelled = { ...payer, name: 'MARIA  EXEMPLO DA SÍLVA' };
    expect(planWith([spelled])).toMatchObject(known('cus_000001'));
  });

  it('with our reference and another name is for a person to decide: a short form, or somebody else', () => {
    for (const name of ['M. E. da Silva', 'Maria Exemplo', 'Outra Pessoa']) {
      const other = { ...payer, name };
      expect(planWith([other])).toMatchObject(blocked('payer-name-differs'));
      expect(planWith([other], [], { payerId: other.id })).toMatchObject(known(other.id));
    }
  });

  it('is the lowest id, silently, when our reference and document exist twice', () => {
    const twin = { ...payer, id: 'cus_000000' };
    expect(planWith([payer, twin])).toMatchObject(known('cus_000000'));
  });

  it('with our reference and another document is for a person to decide', () => {
    const stranger = { ...payer, document: '24971563792' };
    expect(planWith([stranger])).toMatchObject(blocked('payer-ambiguous'));
    expect(planWith([stranger], [], { payerId: stranger.id })).toMatchObject({
      ...known(stranger.id),
      warnings: [
        {
          code: 'payer-document-differs',
          params: { payer: stranger.id, document: maskDocument('24971563792') },
        },
      ],
    });
  });

  it('is the only one with the document, if the name is the same', () => {
    const spelled = plain({ name: 'MARIA  EXEMPLO DA SÍLVA' });
    expect(planWith([], [spelled])).toMatchObject(known('cus_000001'));
  });

  it('with the document and another name is for a person to decide', () => {
    const other = plain({ name: 'Outra Pessoa' });
    expect(planWith([], [other])).toMatchObject(blocked('payer-name-differs'));
    expect(planWith([], [other], { payerId: other.id })).toMatchObject(known(other.id));
  });

  it('is for a person to choose when several have the document', () => {
    const two = [plain({ id: 'cus_000002' }), plain({ id: 'cus_000003' })];
    expect(planWith([], two)).toMatchObject({
      kind: 'blocked',
      reasons: [
        { code: 'payer-ambiguous', params: { count: '2', payers: 'cus_000002, cus_000003' } },
      ],
    });
    expect(planWith([], two, { payerId: 'cus_000003' })).toMatchObject(known('cus_000003'));
  });

  it('is never one that carries another customer’s reference', () => {
    const others = plain({ reference: payerReference(KEY, '43') });
    expect(planWith([], [others])).toMatchObject({ kind: 'new', payer: { kind: 'create' } });
    expect(planWith([], [others], { payerId: others.id })).toMatchObject(
      blocked('payer-ambiguous'),
    );
  });

  it('may be one that another system numbered', () => {
    expect(planWith([], [plain({ reference: 'CRM-77' })])).toMatchObject(known('cus_000001'));
  });

  it('is never a deleted one', () => {
    const deleted = { ...payer, deleted: true };
    expect(planWith([deleted], [])).toMatchObject({ kind: 'new', payer: { kind: 'create' } });
    expect(planWith([], [plain({ deleted: true })])).toMatchObject({ payer: { kind: 'create' } });
  });

  it('is never one that the search brought without it matching', () => {
    const wrongDocument = plain({ document: '24971563792' });
    const wrongReference = { ...payer, reference: payerReference(KEY, '420') };
    expect(planWith([wrongReference], [wrongDocument])).toMatchObject({
      kind: 'new',
      payer: { kind: 'create' },
    });
  });

  it('cannot be chosen from outside what was found', () => {
    expect(planWith([payer], [], { payerId: 'cus_999999' })).toMatchObject(
      blocked('payer-ambiguous'),
    );
  });
});

describe('a payer that will be created', () => {
  const creating = (notifier: SendFacts['rules']['notifier'], change = {}) =>
    planSend({
      ...facts,
      payersByReference: [],
      customer: { ...customer, ...change },
      rules: { ...facts.rules, notifier },
    });

  it('carries our reference, and is told by Asaas only when Asaas is to tell', () => {
    const silent = {
      kind: 'create',
      reference: 'ixc:11222333000181:c:42',
      notificationDisabled: true,
    };
    for (const notifier of [null, 'none', 'ixc'] as const) {
      expect(creating(notifier)).toMatchObject({
        kind: 'new',
        payer: silent,
        warnings: [{ code: 'payer-will-be-created' }],
      });
    }
    expect(creating('asaas')).toMatchObject({ payer: { notificationDisabled: false } });
  });

  it('without an address is warned about, when Asaas is to tell', () => {
    const unreachable = { email: null };
    expect(creating('asaas', unreachable)).toMatchObject({
      warnings: [{ code: 'payer-will-be-created' }, { code: 'no-contact' }],
    });
    expect(creating('ixc', unreachable)).toMatchObject({
      warnings: [{ code: 'payer-will-be-created' }],
    });
  });
});

describe('a payer that Asaas has already', () => {
  const charging = (
    notifier: SendFacts['rules']['notifier'],
    silenced: boolean | undefined,
    change = {},
  ) => {
    const known = { ...payer, ...(silenced === undefined ? {} : { silenced }) };
    return planSend({
      ...facts,
      payersByReference: [known],
      customer: { ...customer, ...change },
      rules: { ...facts.rules, notifier },
    });
  };

  it.each([null, 'none', 'ixc'] as const)(
    'and that Asaas tells, is warned about where %s is to tell',
    (notifier) => {
      expect(charging(notifier, false)).toMatchObject({ warnings: [{ code: 'asaas-tells' }] });
    },
  );

  it('is warned about once, where IXC tells the customer as well', () => {
    const told = { email: true, sms: false, collection: false };
    expect(charging('none', false, { told })).toMatchObject({
      kind: 'new',
      warnings: [{ code: 'told-twice' }],
    });
  });

  it('is no surprise where Asaas is to tell, tells nothing, or was not read', () => {
    expect(charging('asaas', false)).toMatchObject({ warnings: [] });
    expect(charging('none', true)).toMatchObject({ warnings: [] });
    expect(charging('none', undefined)).toMatchObject({ warnings: [] });
  });
});
