import type { BillingType, Environment } from '../billing/charge.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type { Notifier, OverdueRule } from '../billing/send-plan.types.ts';
import type { AddedTerms } from '../billing/added-terms.ts';
import type { MessageKind } from '../billing/message/kinds.ts';
import type { NoticeGrid } from '../billing/notices/notice.ts';
import type { ProviderIdentity } from '../billing/message/provider-identity.ts';

/** One Asaas account the operator added. The key itself is in the vault under `asaas:<id>`. */
export interface AccountSettings {
  /** `<environment>:<CNPJ or CPF digits>`, stable for the same Asaas account. */
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly environment: Environment;
  /** The key's last four characters, to recognise it. */
  readonly keyHint: string;
  /** The key reads transfers, so it is not limited to charging; null when that could not be told. */
  readonly canTransfer: boolean | null;
  /** The account has an active Pix key of its own; null when the key may not read it. */
  readonly hasPixKey: boolean | null;
}

/** Which account charges the invoices of one filial, of one carteira, or of one carteira of one filial. */
export interface Route {
  /** Null: of every filial. */
  readonly filialId: string | null;
  /** Null: of every carteira. Never both null: that is the panel's own `accountId`. */
  readonly carteiraId: string | null;
  readonly accountId: string;
}

/** Where baixas of one Asaas account go in IXC: `contas.id` and that record's `id_planejamento`. */
export interface SettlementAccount {
  readonly accountId: string;
  readonly contaId: string;
  readonly planejamentoId: string;
  /** `contas.conta`, as shown to people. */
  readonly name: string;
}

/** One authorised `adm.php` origin. Its webservice token is in the vault under `ixc:<origin>`. */
export interface PanelSettings {
  /** As `URL.origin` gives it: scheme, host and port. */
  readonly origin: string;
  /** Null until the operator confirmed it; nothing is sent before. See `isProviderKey`. */
  readonly providerKey: string | null;
  readonly providerName: string | null;
  readonly tokenHint: string | null;
  /** Other keys under which this provider's charges were made: looked for, never written. */
  readonly aliases: readonly string[];
  /** How IXC is read: `auto` tries and remembers, anything else is the operator's own choice. */
  readonly source: 'auto' | ReadingSource;
  /** The account that charges what no route names; null leaves it blocked. */
  readonly accountId: string | null;
  /** The most exact one that fits wins; see `accountFor`. */
  readonly routes: readonly Route[];
  /** Ids of the carteiras marked for Asaas; null until somebody marked any: then single sends ask nothing. */
  readonly carteiras: readonly string[] | null;
  readonly settlements: readonly SettlementAccount[];
  /** `IXCparametros.geracao_por_fatura` was `S` when the panel was last open: not supported, no buttons. */
  readonly billsByFatura: boolean;
}

export interface SendingSettings {
  readonly billingType: BillingType;
  readonly overdue: OverdueRule;
  readonly notifier: Notifier | null;
  /** What new charges carry besides value and date; every null inherits the account's own. */
  readonly terms: AddedTerms;
  /** What the payer reads, with `{titulo}`, `{vencimento}`, `{documento}`, `{contrato}`, `{provedor}`. */
  readonly description: string;
  /** A click on "Enviar via Asaas" sends at once where nothing needs a person's eye. */
  readonly oneClick: boolean;
}

/** `finance` may override a registration elsewhere, one invoice at a time. A guard rail, not a lock. */
export type Role = 'attendant' | 'finance';

export interface SecuritySettings {
  /** Lock after this many idle minutes; null = only when asked. Only matters with a passphrase. */
  readonly autoLockMinutes: number | null;
  readonly role: Role;
}

/** What the operating system may be told; each kind can be switched off. */
export const NOTICE_KINDS = ['received', 'overdue', 'blocked', 'paid-twice', 'key-lapse'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface NotificationSettings {
  readonly kinds: Readonly<Record<NoticeKind, boolean>>;
  /** `HH:MM` in this computer's time; may pass midnight. Null: at any time. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** Names are hidden by default: a notification is read by whoever passes by. */
  readonly showNames: boolean;
}

/** How much of an account's quota automatic reading may use. */
export interface SyncSettings {
  /** Share of the 25,000 requests per 12 h for all browsers' sweeps together, percent. */
  readonly sharePercent: number;
  /** "Navegadores nesta conta": the share is divided by it. */
  readonly browsersPerAccount: number;
}

/** Who writes to the payers of one panel, as messages say it. */
export interface ProviderInMessages extends ProviderIdentity {
  readonly origin: string;
}

/** The operators' own messages to payers. */
export interface MessageSettings {
  /** Null: the default one, as it is in the release that runs. */
  readonly templates: Readonly<Record<MessageKind, string | null>>;
  readonly providers: readonly ProviderInMessages[];
  /** Messages of this seat a day: too many alike get a number banned. */
  readonly dailyCap: number;
  /** IXC's own free message (`botaoAjax_22282`), through one of its gateways. Null: not allowed. */
  readonly ixcAction: {
    readonly kind: 'sms' | 'omnichannel';
    readonly gatewayId: string;
  } | null;
}

/** What Asaas is to tell the payers of an account where `sending.notifier` says that Asaas does. */
export interface PayerNoticeSettings {
  readonly grid: NoticeGrid;
  /** Payers that a sending creates get the same. */
  readonly newPayers: boolean;
}

export interface Settings {
  readonly version: 4;
  readonly accounts: readonly AccountSettings[];
  readonly panels: readonly PanelSettings[];
  readonly sending: SendingSettings;
  readonly security: SecuritySettings;
  readonly notifications: NotificationSettings;
  readonly sync: SyncSettings;
  readonly messages: MessageSettings;
  readonly payerNotices: PayerNoticeSettings;
}
