import type { BillingType, Environment } from '../billing/charge.ts';
import type { Notifier, OverdueRule } from '../billing/send-plan.types.ts';

/** One Asaas account the operator added. The key itself is in the vault under `asaas:<id>`. */
export interface AccountSettings {
  /** `<environment>:<CNPJ or CPF digits>`, stable for the same Asaas account. */
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly environment: Environment;
  /** The key's last four characters, to recognise it. */
  readonly keyHint: string;
}

/** One authorised `adm.php` origin. Its webservice token is in the vault under `ixc:<origin>`. */
export interface PanelSettings {
  /** As `URL.origin` gives it: scheme, host and port. */
  readonly origin: string;
  /** Null until the operator confirmed it; nothing is sent before. See `isProviderKey`. */
  readonly providerKey: string | null;
  readonly providerName: string | null;
  readonly tokenHint: string | null;
  /** The account that charges this panel's invoices. */
  readonly accountId: string | null;
}

export interface SendingSettings {
  readonly billingType: BillingType;
  readonly overdue: OverdueRule;
  readonly notifier: Notifier | null;
}

export interface SecuritySettings {
  /** Lock after this many idle minutes; null = only when asked. Only matters with a passphrase. */
  readonly autoLockMinutes: number | null;
}

export interface Settings {
  readonly version: 1;
  readonly accounts: readonly AccountSettings[];
  readonly panels: readonly PanelSettings[];
  readonly sending: SendingSettings;
  readonly security: SecuritySettings;
}
