import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedUntil } from '../../../../lib/billing/accrued.ts';
import { discountOf } from '../../../../lib/billing/discount.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { ownKeys } from '../../../../lib/billing/own-keys.ts';
import type { SendFacts, SendPlan } from '../../../../lib/billing/send-plan.types.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import { isEditable, livenessOf } from '../../../../lib/billing/status.ts';
import { charge } from '../../../fixtures/charge.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { ALIAS, anyCharge, anyFacts } from './facts.arbitrary.ts';

const RUNS = { numRuns: 1500 };

const mayOverride = ({ rules, choices }: SendFacts) =>
  rules.mayOverride && (choices.overrideReason ?? '').trim().length >= 5;

describe('whatever the facts, a plan', () => {
  it('is drawn in every kind by these tests', () => {
    const seen = new Map<SendPlan['kind'], number>();
    for (const each of fc.sample(anyFacts, { numRuns: 6000, seed: 1 })) {
      const { kind } = planSend(each);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    for (const kind of ['new', 'reuse', 'update', 'adopt', 'duplicate', 'blocked'] as const) {
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(2);
    }
  });

  it('is the same for the same facts, and leaves them alone', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const before = structuredClone(each);
        const plan = planSend(each);
        expect(planSend(structuredClone(each))).toEqual(plan);
        expect(planSend(before)).toEqual(plan);
        expect(each).toEqual(before);
      }),
      RUNS,
    );
  });

  it('creates nothing while any charge of the invoice stands', () => {
    fc.assert(
      fc.property(anyFacts, anyCharge, (each, another) => {
        fc.pre(!['deleted', 'refunded'].includes(livenessOf(another)));
        const referenced = [...each.referenced, another];
        expect(['new', 'adopt', 'duplicate']).not.toContain(planSend({ ...each, referenced }).kind);
      }),
      RUNS,
    );
  });

  it('creates nothing beside a predecessor’s charge, unless it is asked to replace just that one', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyCharge, { minLength: 1, maxLength: 3 }), (each, old) => {
        const stands = old.filter((one) => !['deleted', 'refunded'].includes(livenessOf(one)));
        fc.pre(stands.length > 0);
        const plan = planSend({ ...each, predecessors: old });
        expect(['adopt', 'reuse', 'update']).not.toContain(plan.kind);
        if (plan.kind !== 'new') return;
        const asked = each.choices.replacePredecessors ?? [];
        expect(plan.replaces.map(({ id }) => id)).toEqual(stands.map(({ id }) => id));
        for (const one of stands) {
          expect(asked).toContain(one.id);
          expect(isEditable(one)).toBe(true);
          expect(one.accountId).toBe(each.account?.id);
          expect(each.unproven).not.toContain(one.id);
        }
        for (const { renegotiated, status, customerId } of each.predecessorInvoices) {
          expect(renegotiated || status === 'cancelled').toBe(true);
          expect(customerId).toBe(each.invoice.customerId);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('touches nothing while a predecessor is being sent', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const predecessorInvoices = each.predecessorInvoices.map((before) => ({
          ...before,
          sending: true,
        }));
        expect(planSend({ ...each, predecessorInvoices }).kind).toBe('blocked');
      }),
      RUNS,
    );
  });

  it('replaces a predecessor’s charge somewhere in these tests', () => {
    const plans = fc.sample(anyFacts, { numRuns: 20_000, seed: 1 }).map(planSend);
    const replacing = plans.filter((plan) => plan.kind === 'new' && plan.replaces.length > 0);
    expect(replacing.length).toBeGreaterThan(0);
  });

  it('creates nothing where it is not known what else the person is charged', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const { kind } = planSend({ ...each, unreferencedRead: false });
        expect(['new', 'adopt', 'duplicate']).not.toContain(kind);
        const born = { ...each.invoice, bornFromRenegotiation: '88' };
        expect(planSend({ ...each, invoice: born, predecessorsRead: false }).kind).toBe('blocked');
      }),
      RUNS,
    );
  });

  it('creates nothing for an invoice that is not open, released and free', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const { invoice, account } = each;
        const isSendable =
          (invoice.status === 'open' || invoice.status === 'partial') &&
          invoice.open > 0 &&
          invoice.released &&
          invoice.dueDate !== null &&
          !invoice.renegotiated &&
          !invoice.protested &&
          (invoice.registeredElsewhere.length === 0 || mayOverride(each)) &&
          !each.billsByFatura &&
          account !== null;
        if (!isSendable) expect(planSend(each).kind).toBe('blocked');
      }),
      RUNS,
    );
  });

  it('never charges accrued fine and interest and inherits them too', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        const { invoice, today, rules } = each;
        if (plan.kind !== 'new' || invoice.dueDate === null) return;
        const accrued = accruedUntil(invoice.open, invoice.dueDate, today, rules.overdue);
        const { value, containsAccrued } = plan.draft;
        expect(value).toBe(invoice.open + (containsAccrued ? accrued.total : 0));
        if (invoice.dueDate >= today) expect(containsAccrued).toBe(false);
        const { finePercent, interestPercentMonth, discount } = plan.draft.terms;
        if (containsAccrued) {
          expect([finePercent, interestPercentMonth, discount]).toEqual([0, 0, null]);
        }
      }),
      RUNS,
    );
  });

  it('never asks for more than was open when the invoice was read before', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const readBefore = { open: cents(each.invoice.open - 1), dueDate: null };
        expect(planSend({ ...each, source: 'hand', readBefore }).kind).toBe('blocked');
      }),
      RUNS,
    );
  });

  it('asks Asaas only for what Asaas takes', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        if (plan.kind === 'new') {
          const { value, terms } = plan.draft;
          expect(value - discountOf(terms.discount, value)).toBeGreaterThanOrEqual(500);
          expect(terms.discount?.daysBefore ?? 0).toBeGreaterThanOrEqual(0);
          expect(plan.draft.dueDate >= each.today).toBe(true);
          expect(plan.draft.description.length).toBeLessThanOrEqual(490);
        }
        if (plan.kind === 'update') {
          expect(isEditable(plan.charge)).toBe(true);
          expect(plan.value?.to ?? 500).toBeGreaterThanOrEqual(500);
          expect((plan.dueDate?.to ?? each.today) >= each.today).toBe(true);
          expect(plan.value ?? plan.dueDate).not.toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('charges nobody but this customer', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        if (plan.kind !== 'new' || plan.payer.kind !== 'known') return;
        const { payer } = plan.payer;
        const own = ownKeys(each.providerKey, each.aliases).map((key) => `ixc:${key}:c:42`);
        const isOurs = own.includes(payer.reference ?? '');
        expect(
          isOurs || (payer.reference === null && payer.document === each.customer.document),
        ).toBe(true);
        expect(payer.deleted).toBe(false);
      }),
      RUNS,
    );
  });

  it('is never a second charge for one reference, under whichever key the first was made', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (each, isAliased) => {
        const plan = planSend(each);
        if (plan.kind !== 'new') return;
        const reference = isAliased
          ? plan.draft.reference.replace(/^ixc:[^:]+/, `ixc:${ALIAS}`)
          : plan.draft.reference;
        const { accountId, value, dueDate } = plan.draft;
        const made = { ...charge, id: 'pay_new', accountId, value, dueDate, reference };
        const again = planSend({ ...each, referenced: [...each.referenced, made] });
        expect(['new', 'adopt', 'duplicate']).not.toContain(again.kind);
      }),
      RUNS,
    );
  });

  it('is the same whichever of two keys is the one in use', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        fc.pre(each.providerKey === KEY && each.aliases.length > 0);
        const turned = { ...each, providerKey: ALIAS, aliases: [KEY] };
        const [one, other] = [planSend(each), planSend(turned)];
        expect(other.kind).toBe(one.kind);
        if (one.kind === 'blocked' && other.kind === 'blocked') expect(other).toEqual(one);
        if (one.kind === 'new' && other.kind === 'new') {
          const { reference: _one, ...left } = one.draft;
          const { reference: _other, ...right } = other.draft;
          expect(right).toEqual(left);
        }
      }),
      RUNS,
    );
  });

  it('is made possible by an override only where nothing but a registration is in the way', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const free: SendFacts = {
          ...each,
          invoice: { ...each.invoice, registeredElsewhere: [] },
          carteira: null,
          // The same right waives what accrued, which is no question here.
          rules: { ...each.rules, mayOverride: true },
        };
        const overridden: SendFacts = {
          ...each,
          invoice: { ...each.invoice, registeredElsewhere: ['nn_boleto'] },
          carteira: null,
          rules: { ...each.rules, mayOverride: true },
          choices: { ...each.choices, overrideReason: 'baixado no banco' },
        };
        const [plain, plan] = [planSend(free), planSend(overridden)];
        expect(plan.kind).toBe(plain.kind);
        if (plan.kind === 'blocked') expect(plan).toEqual(plain);
        const attendant = { ...overridden, rules: { ...each.rules, mayOverride: false } };
        expect(planSend(attendant).kind).toBe('blocked');
      }),
      RUNS,
    );
  });

  it('takes no charge from another system or another invoice', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        if (plan.kind !== 'adopt') return;
        expect([null, 'ixc:antiga:4711']).toContain(plan.charge.reference);
        expect(isEditable(plan.charge)).toBe(true);
      }),
      RUNS,
    );
  });

  it('says why when it is blocked, each reason once', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        if (plan.kind !== 'blocked') return;
        const reasons = plan.reasons.map((reason) => JSON.stringify(reason));
        expect(reasons.length).toBeGreaterThan(0);
        expect(new Set(reasons).size).toBe(reasons.length);
        const asks = plan.reasons.some(
          ({ code }) => code === 'overdue-needs-choice' || code === 'waive-needs-finance',
        );
        if (plan.overdue !== null) expect(asks).toBe(true);
      }),
      RUNS,
    );
  });
});
