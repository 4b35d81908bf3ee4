import { PROVIDER_KEY } from '../billing/reference.ts';
import { z } from '../schema.ts';
import type { Settings } from './settings.ts';

/** Grows by one with every change of shape; each growth adds a migration and a fixture. */
export const SETTINGS_VERSION = 1;

const account = z.object({
  id: z.string().min(1).max(80),
  name: z.string(),
  document: z.string(),
  environment: z.enum(['production', 'sandbox']),
  keyHint: z.string().max(4),
});

const panel = z.object({
  origin: z.string().regex(/^https?:\/\/[^/]+$/),
  providerKey: z.string().regex(PROVIDER_KEY).nullable(),
  providerName: z.string().nullable(),
  tokenHint: z.string().max(4).nullable(),
  accountId: z.string().nullable(),
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
});

const security = z.object({ autoLockMinutes: z.number().int().min(1).nullable() });

/** What lies in storage. Unknown keys are dropped; anything else that differs is refused. */
export const settingsSchema: z.ZodType<Settings> = z.object({
  version: z.literal(SETTINGS_VERSION),
  accounts: z.array(account),
  panels: z.array(panel),
  sending,
  security,
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
  },
  security: { autoLockMinutes: null },
};
