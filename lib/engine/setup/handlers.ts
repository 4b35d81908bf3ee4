import type { PageHandlers } from '../../messages/router.ts';
import { removeAccount, saveAccount, testAccount } from './accounts.ts';
import { choosePanelAccount } from './panel-account.ts';
import { diagnosePanel } from './panel-diagnosis.ts';
import { savePanelKeys } from './panel-keys.ts';
import { savePanelRouting } from './panel-routing.ts';
import { choosePanelSource, tryPanelSources } from './panel-source.ts';
import { surveyPanel } from './panel-survey.ts';
import { addPanel, removePanel } from './panels.ts';
import { lockVault, removePassphrase, setPassphrase, unlockVault } from './passphrase.ts';
import type { SetupPorts } from './ports.ts';
import { saveNotifications, saveSecurity, saveSending, saveSync } from './preferences.ts';
import { readSetup } from './read-setup.ts';
import { saveWebservice, testWebservice } from './webservice.ts';

type SetupVerb = Extract<
  keyof PageHandlers,
  | `${'setup' | 'account' | 'panel' | 'webservice' | 'vault'}/${string}`
  | `${'sending' | 'security' | 'notifications' | 'sync'}/save`
>;

/** What pages may ask about the setup, over the same ports. */
export function createSetupHandlers(ports: SetupPorts): Pick<PageHandlers, SetupVerb> {
  return {
    'setup/read': () => readSetup(ports),
    'account/test': ({ key }) => testAccount(ports, key),
    'account/save': ({ key }) => saveAccount(ports, key),
    'account/remove': ({ id }) => removeAccount(ports, id),
    'panel/add': (request) => addPanel(ports, request),
    'panel/remove': ({ origin }) => removePanel(ports, origin),
    'panel/account': (request) => choosePanelAccount(ports, request),
    'panel/source': (request) => choosePanelSource(ports, request),
    'panel/try-sources': ({ origin }) => tryPanelSources(ports, origin),
    'panel/keys': (request) => savePanelKeys(ports, request),
    'panel/survey': ({ origin }) => surveyPanel(ports, origin),
    'panel/routing': (request) => savePanelRouting(ports, request),
    'panel/diagnose': ({ origin }) => diagnosePanel(ports, origin),
    'webservice/test': (request) => testWebservice(ports, request),
    'webservice/save': (request) => saveWebservice(ports, request),
    'sending/save': (request) => saveSending(ports, request),
    'security/save': (request) => saveSecurity(ports, request),
    'notifications/save': ({ notifications }) => saveNotifications(ports, notifications),
    'sync/save': ({ sync }) => saveSync(ports, sync),
    'vault/lock': () => lockVault(ports),
    'vault/unlock': ({ passphrase }) => unlockVault(ports, passphrase),
    'vault/set-passphrase': (request) => setPassphrase(ports, request),
    'vault/remove-passphrase': ({ current }) => removePassphrase(ports, current),
  };
}
