import type { ReadingSource } from '../billing/reading-source.ts';
import type { Result } from '../billing/result.ts';
import type { StatusGroup } from '../billing/status.ts';
import type {
  AccountSettings,
  MessageSettings,
  NotificationSettings,
  PayerNoticeSettings,
  PanelSettings,
  SecuritySettings,
  SendingSettings,
  SyncSettings,
} from '../settings/settings.ts';
import type { SettingsProblem } from '../settings/store.ts';
import type { AdoptionReplies } from './adoption.ts';
import type { ActReplies } from './charge-acts.ts';
import type { FailureView } from './failure.ts';
import type { NoticesReplies } from './payer-notices.ts';
import type { PanelDiagnosis } from './panel.ts';

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
  readonly messages: MessageSettings;
  readonly payerNotices: PayerNoticeSettings;
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

export interface PageReplies extends ActReplies, AdoptionReplies, NoticesReplies {
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
  'messages/save': Result<null, FailureView>;
  'sync/now': Result<null, FailureView>;
  'pause/set': Result<null, FailureView>;
  'job/cancel': Result<null, FailureView>;
  'job/retry': Result<null, FailureView>;
  'invoice/open': Result<null, FailureView>;
  'alert/dismiss': Result<null, FailureView>;
  'counter/release': Result<null, FailureView>;
  'search/find': Result<readonly Found[], FailureView>;
  'palette/open': Result<null, FailureView>;
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
