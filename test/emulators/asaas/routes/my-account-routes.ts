import { Hono } from 'hono';
import type { Account } from '../account/account.ts';
import { json } from '../failures.ts';
import { toReais } from '../reais.ts';
import type { Api } from './api.ts';

export const myAccountRoutes = new Hono<Api>()
  .get('/accountNumber', () => json({ agency: '0001', account: '000001', accountDigit: '0' }))
  .get('/commercialInfo', ({ env }) => json(commercialInfo(env.account)))
  .get('/status', ({ env }) => json(accountStatus(env.account)))
  .get('/fees', ({ env }) => json(fees(env.account)));

export function accountStatus(account: Account): Record<string, unknown> {
  return {
    id: '00000000-0000-4000-8000-000000000003',
    commercialInfo: account.approval,
    bankAccountInfo: account.approval,
    documentation: account.approval,
    general: account.approval,
  };
}

function commercialInfo(account: Account): Record<string, unknown> {
  const company = account.document.length === 14;
  return {
    status: account.approval === 'APPROVED' ? 'APPROVED' : 'PENDING',
    personType: company ? 'JURIDICA' : 'FISICA',
    cpfCnpj: account.document,
    name: account.name,
    birthDate: null,
    companyName: company ? account.name : null,
    companyType: company ? 'LIMITED' : null,
    incomeValue: 100_000,
    email: account.email,
    phone: null,
    mobilePhone: '11900000000',
    postalCode: '89200000',
    address: 'Rua Exemplo',
    addressNumber: '100',
    complement: null,
    province: 'Centro',
    city: {
      object: 'city',
      id: 1,
      ibgeCode: '0000000',
      name: 'Cidade Exemplo',
      districtCode: '00',
      district: 'Cidade Exemplo',
      state: 'SC',
    },
    denialReason: null,
    tradingName: account.name,
    site: null,
    availableCompanyNames: company ? [account.name] : [],
    commercialInfoExpiration: { isExpired: false, scheduledDate: null },
  };
}

function fees({ fees }: Account): Record<string, unknown> {
  const card = fees.cardPercent;
  return {
    payment: {
      bankSlip: {
        defaultValue: toReais(fees.boleto),
        discountValue: null,
        expirationDate: null,
        daysToReceive: 1,
      },
      creditCard: {
        operationValue: toReais(fees.cardFixed),
        oneInstallmentPercentage: card,
        upToSixInstallmentsPercentage: card,
        upToTwelveInstallmentsPercentage: card,
        upToTwentyOneInstallmentsPercentage: card,
        discountOneInstallmentPercentage: null,
        discountUpToSixInstallmentsPercentage: null,
        discountUpToTwelveInstallmentsPercentage: null,
        discountUpToTwentyOneInstallmentsPercentage: null,
        discountExpiration: null,
        daysToReceive: 32,
      },
      debitCard: { operationValue: 0.35, defaultPercentage: 1.89, daysToReceive: 3 },
      pix: {
        fixedFeeValue: toReais(fees.pix),
        fixedFeeValueWithDiscount: null,
        percentageFee: null,
        minimumFeeValue: null,
        maximumFeeValue: null,
        discountExpiration: null,
        monthlyCreditsWithoutFee: 0,
        creditsReceivedOfCurrentMonth: 0,
      },
    },
    transfer: {
      monthlyTransfersWithoutFee: 30,
      ted: { feeValue: 5, consideredInMonthlyTransfersWithoutFee: true },
      pix: {
        feeValue: 5,
        discountValue: null,
        expirationDate: null,
        consideredInMonthlyTransfersWithoutFee: true,
      },
    },
    notification: {
      phoneCallFeeValue: 0.55,
      whatsAppFeeValue: 0.55,
      messagingFeeValue: toReais(fees.messaging),
    },
    creditBureauReport: { naturalPersonFeeValue: 16.99, legalPersonFeeValue: 16.99 },
    invoice: { feeValue: 0.99 },
    anticipation: {
      creditCard: { detachedMonthlyFeeValue: 2.49, installmentMonthlyFeeValue: 2 },
      bankSlip: { monthlyFeePercentage: 4.99 },
    },
  };
}
