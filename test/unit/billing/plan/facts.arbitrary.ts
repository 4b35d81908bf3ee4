import fc from 'fast-check';
import type { AddedTerms, Discount } from '../../../../lib/billing/added-terms.ts';
import { addDays } from '../../../../lib/billing/calendar.ts';
import type { Charge, Payer } from '../../../../lib/billing/charge.ts';
import { KNOWN_STATUSES } from '../../../../lib/billing/charge-status.ts';
import type { Carteira } from '../../../../lib/billing/invoice.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { READING_SOURCES } from '../../../../lib/billing/reading-source.ts';
import { chargeReference, payerReference } from '../../../../lib/billing/reference.ts';
import type {
  PredecessorInvoice,
  SendChoices,
  SendFacts,
} from '../../../../lib/billing/send-plan.types.ts';
import { charge, payer } from '../../../fixtures/charge.ts';
import { CPF, customer } from '../../../fixtures/customer.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts } from './facts.ts';

/** Another key of the same provider, where there is one. */
export const ALIAS = 'antiga.example';

/** Mostly the first, so that enough of what is drawn gets as far as a plan. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 19, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

const amount = fc
  .oneof(
    fc.constant(10_000),
    fc.constantFrom(0, 499, 500, 10_000, 10_233),
    fc.integer({ min: 1, max: 5_000_000 }),
  )
  .map(cents);
const date = fc.integer({ min: -60, max: 60 }).map((days) => addDays(day('2026-11-22'), days));

export const anyCharge: fc.Arbitrary<Charge> = fc
  .record({
    id: fc.constantFrom('pay_0001', 'pay_0002', 'pay_0003'),
    accountId: mostly(charge.accountId, 'sandbox:other'),
    payerId: mostly(payer.id, 'cus_000002', 'cus_999999'),
    status: fc.oneof(
      fc.constantFrom('PENDING', 'OVERDUE'),
      fc.constantFrom(...KNOWN_STATUSES, 'NOVO'),
    ),
    deleted: mostly(false, true),
    value: amount,
    dueDate: date,
    paymentDate: mostly(null, day('2026-11-12')),
    reference: mostly(
      chargeReference(KEY, invoice.id),
      chargeReference(KEY, invoice.id, 2),
      chargeReference(ALIAS, invoice.id),
    ),
  })
  .map((part) => ({ ...charge, ...part }));

/** None, one or a few, each about as often. */
const charges = (most: number) =>
  fc.oneof(
    fc.constant<readonly Charge[]>([]),
    anyCharge.map((one) => [one]),
    fc.uniqueArray(anyCharge, { maxLength: most, selector: ({ id }) => id }),
  );

const anyPayer: fc.Arbitrary<Payer> = fc.record({
  id: fc.constantFrom('cus_000001', 'cus_000002', 'cus_000003'),
  name: mostly(customer.name, 'Outra Pessoa'),
  document: mostly(CPF, '24971563792'),
  reference: mostly<string | null>(
    payerReference(KEY, customer.id),
    null,
    payerReference(KEY, '43'),
    payerReference(ALIAS, customer.id),
  ),
  deleted: mostly(false, true),
});

const OTHER_GATEWAY: Carteira = {
  id: '5',
  description: 'Banco',
  gatewayName: 'Outro Gateway',
  pixByGateway: false,
  ixcAccountId: null,
  filialId: null,
  active: true,
  mailsOnGeneration: false,
};

const anyChoices: fc.Arbitrary<SendChoices> = fc.record(
  {
    dueDate: date,
    accrued: fc.constantFrom('charge-until-today' as const, 'waive' as const),
    waiveReason: fc.constantFrom('', ' ', 'acordo'),
    payerId: mostly<string | undefined>(undefined, 'cus_000001', 'cus_000002', 'cus_999999'),
    newAfterRefund: fc.boolean(),
    createAnotherThan: fc.subarray(['pay_0001', 'pay_0002', 'pay_0003']),
    replacePredecessors: fc.subarray(['pay_0001', 'pay_0002', 'pay_0003']),
    adoptChargeId: fc.constantFrom('pay_0001', 'pay_0002', 'pay_0003'),
    overrideReason: fc.constantFrom('', 'abc', 'baixado no banco'),
    giveDiscount: fc.boolean(),
  },
  { requiredKeys: [] },
);

const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    amount: fc.integer({ min: 1, max: 20_000 }),
    daysBefore: fc.nat(60),
  }),
  fc.record({
    kind: fc.constant('percent' as const),
    amount: fc.constantFrom(0.033, 1, 10, 99.999, 100),
    daysBefore: fc.nat(60),
  }),
);

const anyTerms: fc.Arbitrary<AddedTerms> = fc.record({
  finePercent: fc.constantFrom(null, 0, 2),
  interestPercentMonth: fc.constantFrom(null, 0, 1),
  discount: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, anyDiscount),
  registrationDays: fc.constantFrom(null, 0, 30),
});

/** The invoice that the charges drawn here name, as one that was renegotiated. */
const anyInvoiceBefore: fc.Arbitrary<PredecessorInvoice> = fc.record({
  id: mostly(invoice.id, '4000'),
  status: fc.constantFrom('open' as const, 'cancelled' as const),
  renegotiated: mostly(true, false),
  customerId: mostly(invoice.customerId, '999'),
  sending: mostly(false, true),
});

/** Facts of every kind, a good part of which can be sent. */
export const anyFacts: fc.Arbitrary<SendFacts> = fc
  .record({
    today: date,
    invoice: fc
      .record({
        status: mostly<typeof invoice.status>(
          'open',
          'partial',
          'received',
          'cancelled',
          'unknown',
        ),
        open: amount,
        dueDate: fc.oneof(
          { weight: 39, arbitrary: date },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        released: mostly(true, false),
        renegotiated: mostly(false, true),
        protested: mostly(false, true),
        registeredElsewhere: mostly<typeof invoice.registeredElsewhere>([], ['pix_txid']),
        bornFromRenegotiation: mostly<string | null>(null, '88'),
        conditionalDiscount: fc.option(
          fc.record({ value: fc.integer({ min: 1, max: 20_000 }).map(cents), until: date }),
        ),
      })
      .map((part) => ({ ...invoice, ...part })),
    customer: mostly(CPF, '', '11111111111').map((document) => ({ ...customer, document })),
    account: mostly(facts.account, null),
    carteira: mostly(facts.carteira, null, OTHER_GATEWAY),
    filialDocument: fc.constantFrom(null, KEY, '11444777000161'),
    source: fc.constantFrom(...READING_SOURCES),
    billsByFatura: mostly(false, true),
    predecessorsRead: fc.boolean(),
    aliases: fc.constantFrom<readonly string[]>([], [ALIAS]),
    providerName: fc.constantFrom(null, 'Provedor Exemplo'),
    providerKey: mostly<string | null>(KEY, null, 'Not A Key'),
    referenced: charges(3),
    unproven: fc.subarray(['pay_0001', 'pay_0002']),
    predecessorInvoices: anyInvoiceBefore.map((before) => [before]),
    predecessors: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, charges(2)),
    unreferenced: charges(2).chain((list) =>
      mostly<string | null>(null, 'CRM-77', 'ixc:antiga:4711', 'ixc:antiga:4712').map((reference) =>
        list.map((each) => ({ ...each, reference })),
      ),
    ),
    readBefore: mostly<SendFacts['readBefore']>(null, {
      open: cents(5_000),
      dueDate: day('2026-11-20'),
    }),
    madeWithAccrued: fc.constantFrom<SendFacts['madeWithAccrued']>(
      new Map(),
      new Map([['pay_0001', true]]),
      new Map([['pay_0001', false]]),
    ),
    unreferencedRead: mostly(true, false),
    payersByReference: fc.array(anyPayer, { maxLength: 2 }),
    payersByDocument: fc.array(anyPayer, { maxLength: 2 }),
    rules: fc
      .record({
        accrued: fc.constantFrom('ask' as const, 'waive' as const, 'charge-until-today' as const),
        dueInDays: fc.nat(30),
        notifier: fc.constantFrom(null, 'ixc' as const, 'asaas' as const, 'none' as const),
        carteiras: mostly<readonly string[] | null>(null, ['5'], ['7']),
        terms: anyTerms,
        mayOverride: fc.boolean(),
      })
      .map(({ accrued, dueInDays, ...rules }) => ({
        ...facts.rules,
        ...rules,
        overdue: { ...facts.rules.overdue, accrued, dueInDays },
      })),
    choices: anyChoices,
  })
  .map((part) => ({ ...facts, ...part }));
