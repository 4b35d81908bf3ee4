import type {
  AccountSettings,
  NotificationSettings,
  PanelSettings,
  SecuritySettings,
  SendingSettings,
  SyncSettings,
} from '../settings/settings.ts';
import type { SettingsProblem } from '../settings/store.ts';
import type { Result } from '../billing/result.ts';
import { READING_SOURCES, type ReadingSource } from '../billing/reading-source.ts';
import {
  addedTerms,
  descriptionTemplate,
  ixcId,
  notificationSettings,
  route,
  settlement,
  syncSettings,
} from '../settings/fields.ts';
import type { StatusGroup } from '../billing/status.ts';
import type { FailureView } from './failure.ts';
import type { PanelDiagnosis } from './panel.ts';
import { z } from '../schema.ts';

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
  'sync/save': z.strictObject({ verb: z.literal('sync/save'), sync: syncSettings }),
  /** "Atualizar agora": runs the fast sweeps now, within the quota. */
  'sync/now': z.strictObject({ verb: z.literal('sync/now') }),
  /** "Pausar tudo": nothing changes anything any more; readings go on. */
  'pause/set': z.strictObject({ verb: z.literal('pause/set'), paused: z.boolean() }),
  /** Calls a job off that has asked nothing of Asaas yet. */
  'job/cancel': z.strictObject({ verb: z.literal('job/cancel'), id: jobId }),
  /** Makes a waiting job due now, or plans a blocked one anew once its cause is mended. */
  'job/retry': z.strictObject({ verb: z.literal('job/retry'), id: jobId }),
  'alert/dismiss': z.strictObject({ verb: z.literal('alert/dismiss'), id: z.string().max(300) }),
  /** By invoice id, CPF or CNPJ, or the beginning of a name; see `Found`. */
  'search/find': z.strictObject({ verb: z.literal('search/find'), text: z.string().max(80) }),
  /** Everything but secrets. The reply is a file's text. */
  'data/export': z.strictObject({ verb: z.literal('data/export') }),
  'data/import': z.strictObject({
    verb: z.literal('data/import'),
    text: z.string().max(200_000_000),
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

export type VaultState = 'device' | 'unlocked' | 'locked';

export interface SetupView {
  readonly version: string;
  readonly accounts: readonly AccountSettings[];
  readonly panels: readonly PanelView[];
  /** The administrator's policy fixed the role. */
  readonly rolePolicy: boolean;
  readonly sending: SendingSettings;
  readonly security: SecuritySettings;
  readonly notifications: NotificationSettings;
  readonly sync: SyncSettings;
  /** "Pausar tudo" is on. */
  readonly paused: boolean;
  /** `device`: no passphrase, the key never leaves this browser profile. */
  readonly vault: VaultState;
  /** False in Firefox when the person refused the API hosts; the page offers a grant button. */
  readonly apiHostsPermitted: boolean;
  /** The settings of an earlier run could not be read and were set aside; the defaults are in force. */
  readonly settingsProblem?: SettingsProblem;
}

export interface PanelView extends PanelSettings {
  readonly permitted: boolean;
  /** The source that answered last, and when (ms since the epoch); null = none tried yet. */
  readonly reading: { readonly source: ReadingSource; readonly at: number } | null;
}

/** What one source could do just now. */
export interface SourceTrial {
  readonly source: ReadingSource;
  /** Null: it works. */
  readonly failure: FailureView | null;
}

export interface CarteiraSurvey {
  readonly id: string;
  readonly description: string;
  readonly filialId: string | null;
  readonly active: boolean;
  /** The red/green list: every one must be true before bulk and routines may touch the carteira. */
  readonly checks: {
    readonly noOtherGateway: boolean;
    readonly noPixByGateway: boolean;
    readonly noMailOnGeneration: boolean;
    readonly hasAccount: boolean;
    /** The fine and interest that would apply are within 2 % and 1 % a month; null = the account's own, unknown. */
    readonly lateTermsWithinLaw: boolean | null;
  };
}

export interface PanelSurvey {
  readonly filiais: readonly {
    readonly id: string;
    readonly name: string;
    readonly document: string;
  }[];
  readonly carteiras: readonly CarteiraSurvey[];
  readonly contas: readonly {
    readonly id: string;
    readonly name: string;
    readonly planejamentoId: string | null;
  }[];
  /** Keys that charges of the panel's accounts carry, with how many were seen. */
  readonly keysFound: readonly { readonly key: string; readonly charges: number }[];
  /** What could not be read, by what was asked for. */
  readonly failures: readonly {
    readonly what: 'filiais' | 'carteiras' | 'contas' | 'keys';
    readonly failure: FailureView;
  }[];
}

export interface AccountTest {
  readonly name: string;
  readonly document: string;
  readonly environment: 'production' | 'sandbox';
  /** `general` of myAccount/status, word for word; null when the key may not read it. */
  readonly approval: string | null;
  readonly canTransfer: boolean | null;
  readonly hasPixKey: boolean | null;
}

export interface WebserviceTest {
  readonly providerName: string;
  readonly document: string;
  /** Proposed from the main filial's CNPJ; the operator confirms it. */
  readonly providerKey: string;
  readonly invoices: number;
}

/** One invoice that a search found, with the state of its charge. */
export interface Found {
  readonly origin: string;
  readonly invoiceId: string;
  /** Null while locked, and where only the ledger was searched. */
  readonly customerName: string | null;
  /** Cents. */
  readonly open: number | null;
  readonly dueDate: string | null;
  readonly group: StatusGroup;
  readonly seenAt: number | null;
}

export interface ImportReport {
  readonly charges: number;
  readonly invoices: number;
  readonly auditLines: number;
  /** Jobs are brought as history only: none of them runs here. */
  readonly jobs: number;
}

export interface AuditReport {
  readonly installations: readonly {
    readonly id: string;
    readonly lines: number;
    /** Null: the chain is whole. */
    readonly brokenAt: number | null;
  }[];
}

export interface PageReplies {
  'setup/read': SetupView;
  'account/test': Result<AccountTest, FailureView>;
  'account/save': Result<AccountSettings, FailureView>;
  'account/remove': Result<null, FailureView>;
  'panel/add': Result<PanelSettings, FailureView>;
  'panel/remove': Result<null, FailureView>;
  'panel/account': Result<PanelSettings, FailureView>;
  'panel/source': Result<PanelSettings, FailureView>;
  'panel/try-sources': Result<readonly SourceTrial[], FailureView>;
  'panel/keys': Result<PanelSettings, FailureView>;
  'panel/survey': Result<PanelSurvey, FailureView>;
  'panel/routing': Result<PanelSettings, FailureView>;
  'panel/diagnose': Result<PanelDiagnosis, FailureView>;
  'webservice/test': Result<WebserviceTest, FailureView>;
  'webservice/save': Result<PanelSettings, FailureView>;
  'sending/save': Result<null, FailureView>;
  'security/save': Result<null, FailureView>;
  'notifications/save': Result<null, FailureView>;
  'sync/save': Result<null, FailureView>;
  'sync/now': Result<null, FailureView>;
  'pause/set': Result<null, FailureView>;
  'job/cancel': Result<null, FailureView>;
  'job/retry': Result<null, FailureView>;
  'alert/dismiss': Result<null, FailureView>;
  'search/find': Result<readonly Found[], FailureView>;
  'data/export': Result<string, FailureView>;
  'data/import': Result<ImportReport, FailureView>;
  'data/subject': Result<string | null, FailureView>;
  'data/wipe': Result<null, FailureView>;
  'audit/verify': Result<AuditReport, FailureView>;
  'vault/lock': Result<null, FailureView>;
  'vault/unlock': Result<null, FailureView>;
  'vault/set-passphrase': Result<null, FailureView>;
  'vault/remove-passphrase': Result<null, FailureView>;
}

/** Pushed to open pages with `runtime.sendMessage` when the setup changed elsewhere. */
export interface PagePush {
  readonly push: 'setup-changed';
}
