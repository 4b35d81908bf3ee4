import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedUntil } from '../../../../lib/billing/accrued.ts';
import type { SendPlan } from '../../../../lib/billing/send-plan.types.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import { isEditable, livenessOf } from '../../../../lib/billing/status.ts';
import { anyCharge, anyFacts } from './facts.arbitrary.ts';

const RUNS = { numRuns: 1500 };

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
          invoice.registeredElsewhere.length === 0 &&
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
      }),
      RUNS,
    );
  });

  it('asks Asaas only for what Asaas takes', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const plan = planSend(each);
        if (plan.kind === 'new') {
          expect(plan.draft.value).toBeGreaterThanOrEqual(500);
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
        const isOurs = payer.reference === 'ixc:11222333000181:c:42';
        expect(
          isOurs || (payer.reference === null && payer.document === each.customer.document),
        ).toBe(true);
        expect(payer.deleted).toBe(false);
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
        const asks = plan.reasons.some(({ code }) => code === 'overdue-needs-choice');
        if (plan.overdue !== null) expect(asks).toBe(true);
      }),
      RUNS,
    );
  });
});
