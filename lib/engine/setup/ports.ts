import type { AsaasClient, AsaasCredentials } from '../../asaas/client.types.ts';
import type { Transport } from '../../http/transport.ts';
import type { IxcClient, IxcCredentials } from '../../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { Policy } from '../../settings/policy.ts';
import type { SettingsStore } from '../../settings/store.ts';
import type { Vault } from '../../vault/vault.ts';

/** `permissions` of the browser, for host patterns only. */
export interface PermissionsPort {
  readonly contains: (patterns: readonly string[]) => Promise<boolean>;
  /** Rejects or gives false where the browser keeps a permission (one the manifest requires). */
  readonly remove: (patterns: readonly string[]) => Promise<boolean>;
}

/** One content script registered at run time. */
export interface PanelScript {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly runAt: 'document_idle';
  readonly allFrames: false;
  readonly persistAcrossSessions: true;
}

export interface OpenTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** `scripting` of the browser, and the tabs that it works on. */
export interface ScriptingPort {
  readonly getRegisteredContentScripts: () => Promise<
    readonly { readonly id: string; readonly matches?: readonly string[] | undefined }[]
  >;
  readonly registerContentScripts: (scripts: PanelScript[]) => Promise<void>;
  readonly unregisterContentScripts: (filter: { ids: string[] }) => Promise<void>;
  readonly queryTabs: (filter: { url: string[] }) => Promise<readonly OpenTab[]>;
  /** Runs a file in the top frame of a tab. */
  readonly executeScript: (tabId: number, file: string) => Promise<void>;
  /**
   * False in Firefox: a match pattern with a port is accepted there and then matches nothing. The host
   * goes without its port, and the port is compared where a message arrives.
   */
  readonly portsInPatterns: boolean;
}

/** Everything the setup needs from outside. */
export interface SetupPorts {
  /** Of the extension, as shown to people. */
  readonly version: string;
  readonly settings: SettingsStore;
  readonly ledger: LedgerDatabase;
  readonly vault: Vault;
  readonly policy: () => Promise<Policy>;
  readonly asaasClient: (credentials: AsaasCredentials) => AsaasClient;
  readonly ixcClient: (credentials: IxcCredentials) => IxcClient;
  /** A transport that lets requests through to this origin only: the panel is not authorised yet. */
  readonly panelTransport: (origin: string) => Transport;
  readonly permissions: PermissionsPort;
  readonly scripting: ScriptingPort;
  /** Ends the account's jobs that only wait for a look at their charge. True when none is left. */
  readonly endJobs: (accountId: string) => Promise<boolean>;
}
