import { beforeAll, describe, expect, it } from 'vitest';
import { REGISTERED } from '../../../emulators/ixc/data/known/registered.ts';
import { emulatedProvider, type Known } from './emulated-provider.ts';
import { inShort, type InShort } from './in-short.ts';

/** A new charge for a payer whom Asaas does not know yet. */
function charge(amount: string, due: number, ...warnings: string[]): InShort {
  return { charge: amount, due, payer: 'create', warnings: warnings.toSorted() };
}

function blocked(...reasons: string[]): InShort {
  return { blocked: reasons.toSorted() };
}

/** Late: nothing is sent before somebody says what becomes of `accrued`, and to which new date. */
function late(accrued: string, ...reasons: string[]): InShort {
  return { blocked: ['overdue-needs-choice', ...reasons].toSorted(), due: 3, accrued };
}

/**
 * Every awkward record of the emulated provider, and what a click on its button leads to. Nothing of it is
 * at Asaas yet; fines are 2 % once and 1 % a month, each rounded half up to the cent.
 */
const TABLE: Readonly<Record<Known, InShort>> = {
  // What any provider has.
  openInvoice: charge('99,90', 5),
  secondOpenInvoice: charge('99,90', 35),
  thirdOpenInvoice: charge('149,90', 10),
  dueTodayInvoice: charge('119,90', 0),
  overdueInvoice: late('2,40'), // 20 days of 89,90: 1,80 + 0,60
  partialInvoice: charge('150,00', 3),
  receivedInvoice: blocked('invoice-received'),
  cancelledInvoice: blocked('invoice-cancelled'),
  renegotiatedInvoice: blocked('invoice-renegotiated'),
  renegotiatedOpenInvoice: blocked('invoice-renegotiated'),
  bornFromRenegotiationInvoice: charge('229,80', 15),
  noDocumentInvoice: blocked('no-document'),
  invalidDocumentInvoice: blocked('invalid-document'),
  tinyInvoice: blocked('below-minimum'),
  hiddenInvoice: blocked('not-released'),
  registeredElsewhereInvoice: blocked('registered-elsewhere'),
  otherGatewayInvoice: blocked('registered-elsewhere', 'carteira-not-marked'),
  boletoNumberInvoice: charge('119,90', 13, 'boleto-number-present'),
  companyInvoice: charge('899,00', 14, 'account-document-differs'),
  noEmailInvoice: charge('99,90', 16),
  unmaskedDocumentInvoice: charge('79,90', 18),
  protestedInvoice: late('7,50', 'protested'), // 90 days of 149,90: 3,00 + 4,50
  inCollectionInvoice: late('6,75', 'in-collection'), // 75 days of 149,90: 3,00 + 3,75
  directDebitInvoice: blocked('direct-debit'),

  // Charged elsewhere already.
  gatewayLinkInvoice: blocked('registered-elsewhere'),
  typeableLineInvoice: blocked('registered-elsewhere'),
  importedNumberInvoice: blocked('registered-elsewhere'),
  chargeCodeInvoice: blocked('registered-elsewhere'),
  chargeIdInvoice: blocked('registered-elsewhere'),
  gerencianetInvoice: blocked('registered-elsewhere'),
  pixTxidInvoice: blocked('registered-elsewhere'),
  remittanceInvoice: blocked('registered-elsewhere'),
  awaitingConfirmationInvoice: blocked('registered-elsewhere'),
  inProcessingInvoice: blocked('registered-elsewhere'),
  gatewayPixInvoice: blocked('registered-elsewhere', 'carteira-not-marked'),

  // Paid in another way, argued about, or of another place.
  recurringCardInvoice: blocked('recurring-card'),
  instalmentCardInvoice: blocked('recurring-card'),
  contestedInvoice: late('2,20', 'contested'), // 6 days of 99,90: 2,00 + 0,20
  counterInvoice: blocked('carteira-not-marked'),
  secondFilialInvoice: charge('99,90', 6, 'account-document-differs'),
  inactiveCarteiraInvoice: blocked('carteira-not-marked'),

  // Amounts and dates that are not what they seem.
  fineAndInterestInvoice: late('3,00'), // 30 days of 100,00: 2,00 + 1,00
  overduePartialInvoice: late('3,00'), // 15 days of 120,00: 2,40 + 0,60
  dueYesterdayInvoice: late('2,03'), // 1 day of 100,00: 2,00 + 0,03
  discountInvoice: charge('99,90', 8, 'conditional-discount-left-out'),
  // Told all the same: whoever knows of the discount may wonder where it is.
  lapsedDiscountInvoice: charge('99,90', 8, 'conditional-discount-left-out'),
  halfPriceInvoice: charge('9,90', 8, 'conditional-discount-left-out'),
  endlessDiscountInvoice: charge('99,90', 8),
  smallestInvoice: charge('5,00', 8),
  tooSmallInvoice: blocked('below-minimum'),
  nothingOpenInvoice: blocked('nothing-open'),
  noDueDateInvoice: blocked('no-due-date'),
  legacyStatusInvoice: blocked('invoice-status-unknown'),
  renegotiatedTwiceInvoice: blocked('invoice-renegotiated', 'predecessors-unread'),
  // What was renegotiated first is nowhere to be read.
  bornFromSecondRenegotiationInvoice: blocked('predecessors-unread'),

  // Customers who are not like the others.
  alphanumericInvoice: charge('499,00', 9),
  unmaskedCompanyInvoice: charge('499,00', 9),
  twinInvoice: charge('79,90', 9),
  otherTwinInvoice: charge('119,90', 9),
  accentedNameInvoice: charge('79,90', 9),
  crowdedCustomerInvoice: charge('59,90', 9),
  inactiveCustomerInvoice: charge('79,90', 9, 'customer-inactive'),
  noContactInvoice: charge('79,90', 9, 'no-contact'),
};

let provider: Awaited<ReturnType<typeof emulatedProvider>>;

/** The same, where the finance role works. */
let finance: typeof provider;

beforeAll(async () => {
  provider = await emulatedProvider();
  finance = await emulatedProvider((settings) => ({
    ...settings,
    security: { ...settings.security, role: 'finance' },
  }));
});

const planned = async (...args: Parameters<typeof provider.plan>) =>
  inShort(await provider.plan(...args));

describe('a click on “Enviar via Asaas” leads to the right plan or the right reasons', () => {
  it.each(Object.entries(TABLE) as [Known, InShort][])('for %s', async (name, expected) => {
    expect(await planned(name)).toEqual(expected);
  });

  it('changes nothing anywhere', () => {
    expect(provider.ixc.writes()).toEqual([]);
    expect(provider.asaas.requests().every(({ method }) => method === 'GET')).toBe(true);
  });

  it('tells that a payer will be created', async () => {
    const plan = await provider.plan('openInvoice');
    expect(plan).toMatchObject({
      warnings: [
        { code: 'payer-will-be-created' },
        {
          code: 'told-twice',
          params: { fields: 'cob_envia_email, cob_envia_sms, participa_cobranca' },
        },
      ],
    });
  });
});

describe('an overdue invoice, once somebody chose', () => {
  // Open balance, what accrued by hand, and the sum that is charged.
  it.each<[Known, string, string]>([
    ['overdueInvoice', '92,30', '89,90'], // 89,90 + 1,80 + 0,60
    ['fineAndInterestInvoice', '103,00', '100,00'], // as IXC has computed it too
    ['overduePartialInvoice', '123,00', '120,00'], // 120,00 + 2,40 + 0,60
    ['dueYesterdayInvoice', '102,03', '100,00'], // 100,00 + 2,00 + 0,03
  ])(
    'asks the payer of %s for %s, or for %s when finance waives it',
    async (name, full, waived) => {
      expect(await planned(name, { accrued: 'charge-until-today' })).toEqual(
        charge(full, 3, 'due-date-changed'),
      );
      const waiving = { accrued: 'waive', waiveReason: 'Cliente antigo' } as const;
      expect(inShort(await finance.plan(name, waiving))).toEqual(
        charge(waived, 3, 'due-date-changed', 'accrued-waived'),
      );
    },
  );

  it('stays blocked for every other reason, whatever was chosen', async () => {
    const accrued = 'charge-until-today';
    expect(await planned('protestedInvoice', { accrued })).toEqual(blocked('protested'));
    expect(await planned('inCollectionInvoice', { accrued })).toEqual(blocked('in-collection'));
    expect(await planned('contestedInvoice', { accrued })).toEqual(blocked('contested'));
  });
});

describe('a conditional discount is given on the charge only', () => {
  const giveDiscount = true;

  it('when asked for, until its own last day', async () => {
    const plan = await provider.plan('discountInvoice', { giveDiscount });
    expect(inShort(plan)).toEqual(charge('99,90', 8, 'conditional-discount-given'));
    expect(plan).toMatchObject({
      draft: { terms: { discount: { kind: 'fixed', amount: 10_00, daysBefore: 5 } } },
    });
  });

  it.each<[Known, string]>([
    ['lapsedDiscountInvoice', 'its last day is over'],
    ['endlessDiscountInvoice', 'it has no last day'],
    ['halfPriceInvoice', 'less than R$ 5,00 would be left'],
  ])('and never for %s, because %s', async (name) => {
    const plan = await provider.plan(name, { giveDiscount });
    expect(plan).toMatchObject({ kind: 'new', draft: { terms: { discount: null } } });
  });
});

describe('an invoice that is registered elsewhere', () => {
  it.each(Object.keys(REGISTERED) as (keyof typeof REGISTERED)[])(
    'is sent by the finance role alone, with a reason: %s',
    async (name) => {
      const overrideReason = 'Baixado no banco em 09/03';
      expect(inShort(await provider.plan(name, { overrideReason }))).toEqual(TABLE[name]);
      const finance = await emulatedProvider((settings) => ({
        ...settings,
        panels: settings.panels.map((one) => ({ ...one, carteiras: null })),
        security: { ...settings.security, role: 'finance' },
      }));
      expect(inShort(await finance.plan(name))).toEqual(blocked('registered-elsewhere'));
      expect(inShort(await finance.plan(name, { overrideReason }))).toEqual(
        charge('119,90', 6, 'registration-overridden'),
      );
    },
  );
});
