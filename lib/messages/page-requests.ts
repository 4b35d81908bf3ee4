import { READING_SOURCES } from '../billing/reading-source.ts';
import { z } from '../schema.ts';
import {
  addedTerms,
  descriptionTemplate,
  ixcId,
  notificationSettings,
  route,
  settlement,
  syncSettings,
} from '../settings/fields.ts';
import { adoptionPageRequests } from './adoption.ts';
import { actPageRequests } from './charge-acts.ts';
import { MOST_PACKED } from './packed-text.ts';
import { messagePageRequests } from './payer-message.ts';
import { noticesPageRequests } from './payer-notices.ts';
import { palettePageRequests } from './palette.ts';

/** Page channel: top-level extension pages (options, popup) ↔ worker. Keys go in, and never come out. */
const origin = z.string().max(300);
const secret = z.string().max(1000);
const passphrase = z.string().max(200);
const jobId = z.string().regex(/^[0-9a-f]{32}$/);
/** The operator was warned (`ixc-token-plain-http`) that the token travels in clear. */
const overPlainHttp = z.boolean().optional();
/** What was said against a provider key, each by its own refusal, before the operator insisted on it. */
const insists = z
  .array(z.enum(['provider-key-other', 'provider-key-of-other-panel', 'alias-other-customers']))
  .max(3)
  .optional();
export type Insisted = NonNullable<z.infer<typeof insists>>;

export const pageRequests = {
  ...actPageRequests,
  ...noticesPageRequests,
  'setup/read': z.strictObject({ verb: z.literal('setup/read') }),
  /** Reads who the key belongs to. Changes nothing on the account and stores nothing. */
  'account/test': z.strictObject({ verb: z.literal('account/test'), key: secret }),
  /** Tests again, then stores the key in the vault and the account in the settings. */
  'account/save': z.strictObject({ verb: z.literal('account/save'), key: secret }),
  'account/remove': z.strictObject({ verb: z.literal('account/remove'), id: z.string().max(80) }),
  /** The page has just been granted the host permission; checks that it is an IXC panel and registers the content script. */
  'panel/add': z.strictObject({
    verb: z.literal('panel/add'),
    address: origin,
    /** The operator was warned (`panel-http-plain`) that a private panel without https speaks in clear. */
    httpConfirmed: z.boolean().optional(),
  }),
  'panel/remove': z.strictObject({ verb: z.literal('panel/remove'), origin }),
  /** Chooses the account that charges the panel. Refused while the present one has jobs under way. */
  'panel/account': z.strictObject({
    verb: z.literal('panel/account'),
    origin,
    accountId: z.string().max(80),
  }),
  /** Lists one record through the webservice. Changes nothing. */
  'webservice/test': z.strictObject({
    verb: z.literal('webservice/test'),
    origin,
    token: secret,
    overPlainHttp,
  }),
  'webservice/save': z.strictObject({
    verb: z.literal('webservice/save'),
    origin,
    token: secret,
    overPlainHttp,
    /** Confirmed by the operator; see `WebserviceTest.providerKey`. */
    providerKey: z.string().max(60),
    insists,
  }),
  /** How IXC is read: `auto`, or one source whatever happens. */
  'panel/source': z.strictObject({
    verb: z.literal('panel/source'),
    origin,
    source: z.enum(['auto', ...READING_SOURCES]),
  }),
  /** Tries every source of the panel and says what each can do. Changes nothing anywhere. */
  'panel/try-sources': z.strictObject({ verb: z.literal('panel/try-sources'), origin }),
  /** Confirms the provider key of a panel without a webservice token, and other keys to look for. */
  'panel/keys': z.strictObject({
    verb: z.literal('panel/keys'),
    origin,
    providerKey: z.string().max(60),
    aliases: z.array(z.string().max(60)).max(20),
    insists,
  }),
  /** Reads filiais, carteiras and contas, and the keys found in the account. */
  'panel/survey': z.strictObject({ verb: z.literal('panel/survey'), origin }),
  'panel/routing': z.strictObject({
    verb: z.literal('panel/routing'),
    origin,
    routes: z.array(route).max(500),
    carteiras: z.array(ixcId).max(500).nullable(),
    settlements: z.array(settlement).max(50),
  }),
  /** What the content script of an open tab of the panel finds there, without any value of it. */
  'panel/diagnose': z.strictObject({ verb: z.literal('panel/diagnose'), origin }),
  'sending/save': z.strictObject({
    verb: z.literal('sending/save'),
    billingType: z.enum(['UNDEFINED', 'BOLETO', 'PIX']),
    notifier: z.enum(['ixc', 'asaas', 'none']),
    overdue: z.strictObject({
      dueInDays: z.number().int().min(0).max(60),
      accrued: z.enum(['ask', 'charge-until-today', 'waive']),
      finePercent: z.number().min(0).max(2),
      interestPercentMonth: z.number().min(0).max(1),
    }),
    terms: addedTerms,
    description: descriptionTemplate,
    oneClick: z.boolean(),
  }),
  'security/save': z.strictObject({
    verb: z.literal('security/save'),
    autoLockMinutes: z.number().int().min(1).max(480).nullable(),
    role: z.enum(['attendant', 'finance']),
  }),
  'notifications/save': z.strictObject({
    verb: z.literal('notifications/save'),
    notifications: notificationSettings,
  }),
  ...messagePageRequests,
  'sync/save': z.strictObject({ verb: z.literal('sync/save'), sync: syncSettings }),
  /** "Atualizar agora": runs the fast sweeps now, within the quota. */
  'sync/now': z.strictObject({ verb: z.literal('sync/now') }),
  /** "Pausar tudo": nothing changes anything any more; readings go on. */
  'pause/set': z.strictObject({ verb: z.literal('pause/set'), paused: z.boolean() }),
  /** Calls a job off that has asked nothing of Asaas yet. */
  'job/cancel': z.strictObject({ verb: z.literal('job/cancel'), id: jobId }),
  /** Makes a waiting job due now, or plans a blocked one anew once its cause is mended. */
  'job/retry': z.strictObject({ verb: z.literal('job/retry'), id: jobId }),
  /** Shows an authorised panel, and in it the drawer of the invoice. Changes nothing. */
  'invoice/open': z.strictObject({ verb: z.literal('invoice/open'), origin, invoiceId: ixcId }),
  'alert/dismiss': z.strictObject({ verb: z.literal('alert/dismiss'), id: z.string().max(300) }),
  /** A person checked that it is the right base: what so many invoices at once lead to may be done. */
  'counter/release': z.strictObject({ verb: z.literal('counter/release'), origin }),
  /** By invoice id, CPF or CNPJ, or the beginning of a name; see `Found`. */
  'search/find': z.strictObject({ verb: z.literal('search/find'), text: z.string().max(80) }),
  ...palettePageRequests,
  ...adoptionPageRequests,
  /** Everything but secrets. The reply is a file's text, packed. */
  'data/export': z.strictObject({ verb: z.literal('data/export') }),
  'data/import': z.strictObject({
    verb: z.literal('data/import'),
    /** See `pack`. */
    packed: z.string().max(MOST_PACKED),
  }),
  /** Everything held about one customer of IXC (LGPD): handed out, or erased. */
  'data/subject': z.strictObject({
    verb: z.literal('data/subject'),
    origin,
    customerId: ixcId,
    what: z.enum(['export', 'erase']),
  }),
  /** Ledger, settings and vault, all of it. `confirm` is the word the person typed. */
  'data/wipe': z.strictObject({ verb: z.literal('data/wipe'), confirm: z.literal('APAGAR') }),
  'audit/verify': z.strictObject({ verb: z.literal('audit/verify') }),
  'vault/lock': z.strictObject({ verb: z.literal('vault/lock') }),
  'vault/unlock': z.strictObject({ verb: z.literal('vault/unlock'), passphrase }),
  /** Sets or changes the passphrase; `current` is needed when one is set. */
  'vault/set-passphrase': z.strictObject({
    verb: z.literal('vault/set-passphrase'),
    current: passphrase.nullable(),
    passphrase,
  }),
  'vault/remove-passphrase': z.strictObject({
    verb: z.literal('vault/remove-passphrase'),
    current: passphrase,
  }),
} as const;
export type PageRequest = {
  [K in keyof typeof pageRequests]: z.infer<(typeof pageRequests)[K]>;
}[keyof typeof pageRequests];
