import { MESSAGE_KINDS } from '../billing/message/kinds.ts';
import { LONGEST_TEMPLATE } from '../billing/message/template.ts';
import { NOTICE_SLOTS } from '../billing/notices/notice.ts';
import { z } from '../schema.ts';

/** Fields of the settings that messages carry too. */
export const ixcId = z.string().regex(/^[1-9]\d{0,14}$/);

export const route = z
  .object({
    filialId: ixcId.nullable(),
    carteiraId: ixcId.nullable(),
    accountId: z.string().max(80),
  })
  .refine(({ filialId, carteiraId }) => filialId !== null || carteiraId !== null);

export const settlement = z.object({
  accountId: z.string().max(80),
  contaId: ixcId,
  planejamentoId: ixcId,
  name: z.string().max(120),
});

/** Fine and interest within the law's 2 % and 1 % a month. */
export const addedTerms = z.object({
  finePercent: z.number().min(0).max(2).nullable(),
  interestPercentMonth: z.number().min(0).max(1).nullable(),
  discount: z
    .object({
      kind: z.enum(['percent', 'fixed']),
      amount: z.number().positive(),
      daysBefore: z.number().int().min(0).max(60),
    })
    // Cents are whole, and a discount of everything is no charge.
    .refine(({ kind, amount }) => (kind === 'percent' ? amount < 100 : Number.isInteger(amount)))
    .nullable(),
  registrationDays: z.number().int().min(0).max(365).nullable(),
});

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const notificationSettings = z.object({
  kinds: z.object({
    received: z.boolean(),
    overdue: z.boolean(),
    blocked: z.boolean(),
    'paid-twice': z.boolean(),
    'key-lapse': z.boolean(),
  }),
  quietHours: z.object({ from: clockTime, to: clockTime }).nullable(),
  showNames: z.boolean(),
});

export const syncSettings = z.object({
  sharePercent: z.number().int().min(1).max(50),
  browsersPerAccount: z.number().int().min(1).max(50),
});

const ownTemplate = z.string().min(1).max(LONGEST_TEMPLATE).nullable();

/** The operators' own messages to payers. */
export const messageSettings = z.object({
  templates: z.record(z.enum(MESSAGE_KINDS), ownTemplate),
  providers: z
    .array(
      z.object({
        origin: z.string().max(300),
        name: z.string().max(120),
        document: z.string().max(20),
        address: z.string().max(200),
      }),
    )
    .max(50),
  dailyCap: z.number().int().min(1).max(500),
  ixcAction: z.object({ kind: z.enum(['sms', 'omnichannel']), gatewayId: ixcId }).nullable(),
});

const channels = z.object({
  email: z.boolean(),
  sms: z.boolean(),
  whatsapp: z.boolean(),
  call: z.boolean(),
});

export const payerNoticeSettings = z.object({
  grid: z.record(z.enum(NOTICE_SLOTS), channels),
  newPayers: z.boolean(),
});

/** Asaas takes 500 characters, and the attempt code follows. */
export const descriptionTemplate = z.string().min(1).max(300);

/** What a charge says unless the operator writes something else. */
export const DEFAULT_DESCRIPTION =
  'Título {titulo} · vencimento {vencimento} · documento {documento}';
