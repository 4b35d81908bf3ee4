import type {
  AccountSettings,
  PanelSettings,
  SecuritySettings,
  SendingSettings,
} from '../settings/settings.ts';
import type { SettingsProblem } from '../settings/store.ts';
import type { Result } from '../billing/result.ts';
import type { FailureView } from './failure.ts';
import { z } from '../schema.ts';

/** Page channel: top-level extension pages (options, popup) ↔ worker. Keys go in, and never come out. */
const origin = z.string().max(300);
const secret = z.string().max(1000);
const passphrase = z.string().max(200);

export const pageRequests = {
  'setup/read': z.strictObject({ verb: z.literal('setup/read') }),
  /** Reads who the key belongs to. Changes nothing on the account and stores nothing. */
  'account/test': z.strictObject({ verb: z.literal('account/test'), key: secret }),
  /** Tests again, then stores the key in the vault and the account in the settings. */
  'account/save': z.strictObject({ verb: z.literal('account/save'), key: secret }),
  'account/remove': z.strictObject({ verb: z.literal('account/remove'), id: z.string().max(80) }),
  /** The page has just been granted the host permission; checks that it is an IXC panel and registers the content script. */
  'panel/add': z.strictObject({ verb: z.literal('panel/add'), address: origin }),
  'panel/remove': z.strictObject({ verb: z.literal('panel/remove'), origin }),
  /** Chooses the account that charges the panel. Refused while the present one has jobs under way. */
  'panel/account': z.strictObject({
    verb: z.literal('panel/account'),
    origin,
    accountId: z.string().max(80),
  }),
  /** Lists one record through the webservice. Changes nothing. */
  'webservice/test': z.strictObject({ verb: z.literal('webservice/test'), origin, token: secret }),
  'webservice/save': z.strictObject({
    verb: z.literal('webservice/save'),
    origin,
    token: secret,
    /** Confirmed by the operator; see `WebserviceTest.providerKey`. */
    providerKey: z.string().max(60),
    /** Sent only after `provider-key-other` was shown and the operator insists. */
    confirmOther: z.literal(true).optional(),
  }),
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
  }),
  'security/save': z.strictObject({
    verb: z.literal('security/save'),
    autoLockMinutes: z.number().int().min(1).max(480).nullable(),
  }),
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
  readonly panels: readonly (PanelSettings & { readonly permitted: boolean })[];
  readonly sending: SendingSettings;
  readonly security: SecuritySettings;
  /** `device`: no passphrase, the key never leaves this browser profile. */
  readonly vault: VaultState;
  /** False in Firefox when the person refused the API hosts; the page offers a grant button. */
  readonly apiHostsPermitted: boolean;
  /** The settings of an earlier run could not be read and were set aside; the defaults are in force. */
  readonly settingsProblem?: SettingsProblem;
}

export interface AccountTest {
  readonly name: string;
  readonly document: string;
  readonly environment: 'production' | 'sandbox';
  /** `general` of myAccount/status, word for word; null when the key may not read it. */
  readonly approval: string | null;
}

export interface WebserviceTest {
  readonly providerName: string;
  readonly document: string;
  /** Proposed from the main filial's CNPJ; the operator confirms it. */
  readonly providerKey: string;
  readonly invoices: number;
}

export interface PageReplies {
  'setup/read': SetupView;
  'account/test': Result<AccountTest, FailureView>;
  'account/save': Result<AccountSettings, FailureView>;
  'account/remove': Result<null, FailureView>;
  'panel/add': Result<PanelSettings, FailureView>;
  'panel/remove': Result<null, FailureView>;
  'panel/account': Result<PanelSettings, FailureView>;
  'webservice/test': Result<WebserviceTest, FailureView>;
  'webservice/save': Result<PanelSettings, FailureView>;
  'sending/save': Result<null, FailureView>;
  'security/save': Result<null, FailureView>;
  'vault/lock': Result<null, FailureView>;
  'vault/unlock': Result<null, FailureView>;
  'vault/set-passphrase': Result<null, FailureView>;
  'vault/remove-passphrase': Result<null, FailureView>;
}

/** Pushed to open pages with `runtime.sendMessage` when the setup changed elsewhere. */
export interface PagePush {
  readonly push: 'setup-changed';
}
