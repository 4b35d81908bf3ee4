import { FRUGAL_GRID } from '../billing/notices/frugal-grid.ts';
import { PROVIDER_KEY } from '../billing/reference.ts';
import { INHERITED_TERMS } from '../billing/added-terms.ts';
import { READING_SOURCES } from '../billing/reading-source.ts';
import { z } from '../schema.ts';
import {
  addedTerms,
  DEFAULT_DESCRIPTION,
  descriptionTemplate,
  ixcId,
  messageSettings,
  notificationSettings,
  payerNoticeSettings,
  route,
  settlement,
  syncSettings,
} from './fields.ts';
import type { Settings } from './settings.ts';

/** Grows by one with every change of shape; each growth adds a migration and a fixture. */
export const SETTINGS_VERSION = 4;

const account = z.object({
  id: z.string().min(1).max(80),
  name: z.string(),
  document: z.string(),
  environment: z.enum(['production', 'sandbox']),
  keyHint: z.string().max(4),
  canTransfer: z.boolean().nullable(),
  hasPixKey: z.boolean().nullable(),
});

const panel = z.object({
  origin: z.string().regex(/^https?:\/\/[^/]+$/),
  providerKey: z.string().regex(PROVIDER_KEY).nullable(),
  providerName: z.string().nullable(),
  tokenHint: z.string().max(4).nullable(),
  aliases: z.array(z.string().regex(PROVIDER_KEY)).max(20),
  source: z.enum(['auto', ...READING_SOURCES]),
  accountId: z.string().nullable(),
  routes: z.array(route).max(500),
  carteiras: z.array(ixcId).max(500).nullable(),
  settlements: z.array(settlement).max(50),
  billsByFatura: z.boolean(),
});

const sending = z.object({
  billingType: z.enum(['UNDEFINED', 'BOLETO', 'PIX']),
  overdue: z.object({
    dueInDays: z.number().int().min(0),
    accrued: z.enum(['ask', 'charge-until-today', 'waive']),
    finePercent: z.number().min(0),
    interestPercentMonth: z.number().min(0),
  }),
  notifier: z.enum(['ixc', 'asaas', 'none']).nullable(),
  terms: addedTerms,
  description: descriptionTemplate,
  oneClick: z.boolean(),
});

const security = z.object({
  autoLockMinutes: z.number().int().min(1).nullable(),
  role: z.enum(['attendant', 'finance']),
});

/** What lies in storage. Unknown keys are dropped; anything else that differs is refused. */
export const settingsSchema: z.ZodType<Settings> = z.object({
  version: z.literal(SETTINGS_VERSION),
  accounts: z.array(account),
  panels: z.array(panel),
  sending,
  security,
  notifications: notificationSettings,
  sync: syncSettings,
  messages: messageSettings,
  payerNotices: payerNoticeSettings,
});

/** A new installation: nobody is told until the operator says who tells them (`notifier: null`). */
export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  accounts: [],
  panels: [],
  sending: {
    billingType: 'UNDEFINED',
    overdue: { dueInDays: 3, accrued: 'ask', finePercent: 2, interestPercentMonth: 1 },
    notifier: null,
    terms: INHERITED_TERMS,
    description: DEFAULT_DESCRIPTION,
    oneClick: false,
  },
  security: { autoLockMinutes: null, role: 'attendant' },
  notifications: {
    kinds: { received: true, overdue: true, blocked: true, 'paid-twice': true, 'key-lapse': true },
    quietHours: null,
    showNames: false,
  },
  sync: { sharePercent: 20, browsersPerAccount: 5 },
  messages: {
    templates: {
      'second-copy': null,
      'due-soon': null,
      overdue: null,
      'new-date': null,
      'all-overdue': null,
      received: null,
    },
    providers: [],
    dailyCap: 50,
    ixcAction: null,
  },
  payerNotices: { grid: FRUGAL_GRID, newPayers: false },
};
