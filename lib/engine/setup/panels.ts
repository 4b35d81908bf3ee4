import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import { keepAliases, keepConfirmedKey, keptAliases, keptKey } from '../../ledger/provider-keys.ts';
import { standingAccounts } from '../../ledger/standing-accounts.ts';
import { panelBusy, unsettledJob } from './busy.ts';
import { storageFailureView } from './failures.ts';
import { hostPattern } from '../../settings/match-patterns.ts';
import { newPanel } from '../../settings/new-panel.ts';
import { isPlainHttp, normalisePanelAddress } from '../../settings/panel-address.ts';
import { probePanel } from './panel-probe.ts';
import { reconcilePanelScripts } from './panel-scripts.ts';
import type { SetupPorts } from './ports.ts';
import { soleAccount } from './sole-account.ts';
import { storing } from './storing.ts';

type PanelPorts = Pick<
  SetupPorts,
  | 'settings'
  | 'ledger'
  | 'vault'
  | 'permissions'
  | 'scripting'
  | 'ways'
  | 'panelTransport'
  | 'online'
>;

interface AddedPanel {
  readonly address: string;
  /** The operator was warned that what is sent to a private panel without https can be read on the way. */
  readonly httpConfirmed?: boolean | undefined;
}

/**
 * Takes in a panel whose host permission the page has just been granted: checks that an IXC panel
 * answers, stores it, registers its content script and runs it in tabs already open. When anything
 * fails nothing is stored and the permission is given back. Adding a panel again repairs it.
 */
export async function addPanel(
  ports: PanelPorts,
  { address, httpConfirmed = false }: AddedPanel,
): Promise<Result<PanelSettings, FailureView>> {
  const normalised = normalisePanelAddress(address);
  if (!normalised.ok) return normalised;
  const origin = normalised.value;
  const pattern = hostPattern(origin, ports.scripting.portsInPatterns);
  if (!(await ports.permissions.contains([pattern]))) {
    return fail({ code: 'permission-missing', params: { origin } });
  }
  const probed = await allowed(ports, origin, httpConfirmed);
  const added = probed.ok ? await storeAndRegister(ports, origin) : probed;
  if (!added.ok) await releaseHost(ports, origin);
  return added;
}

/** Whether the panel may be taken in: it answers, and the operator knows if it answers in clear. */
async function allowed(
  ports: PanelPorts,
  origin: string,
  httpConfirmed: boolean,
): Promise<Result<null, FailureView>> {
  const isKnown = findPanel(await ports.settings.read(), origin) !== undefined;
  if (isPlainHttp(origin) && !httpConfirmed && !isKnown) return fail({ code: 'panel-http-plain' });
  return probePanel(ports, origin);
}

/**
 * Forgets the panel, its token, its content script and its host permission. Its provider keys are kept, and
 * are there again when it is authorised again. Refused while a job from there may still charge.
 */
export async function removePanel(
  ports: Omit<PanelPorts, 'ways' | 'panelTransport' | 'online'>,
  origin: string,
): Promise<Result<null, FailureView>> {
  const panel = findPanel(await ports.settings.read(), origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  const job = await unsettledJob(ports, (each) => each.origin === origin);
  if (job) return fail(panelBusy(job));
  return storing(async () => {
    const { providerKey, aliases } = panel;
    if (providerKey !== null) await keepConfirmedKey(ports.ledger, origin, providerKey);
    await keepAliases(ports.ledger, origin, aliases);
    await ports.settings.update((settings) => withoutPanel(settings, origin));
    await ports.vault.removeSecret(`ixc:${origin}`);
    await reconcilePanelScripts(ports);
    await releaseHost(ports, origin);
    return ok(null);
  });
}

/** Stored first: a worker killed before the script is registered registers it at its next start. */
async function storeAndRegister(
  ports: PanelPorts,
  origin: string,
): Promise<Result<PanelSettings, FailureView>> {
  const known = findPanel(await ports.settings.read(), origin);
  const standing = await standingAccounts(ports.ledger);
  const providerKey = await keptKey(ports.ledger, origin);
  const aliases = await keptAliases(ports.ledger, origin);
  const stored = await storing(async () =>
    ok(
      await ports.settings.update((settings) => {
        const sole = soleAccount(settings.accounts, standing);
        const panel = newPanel(origin, sole?.id ?? null);
        return withPanel(settings, { ...panel, providerKey, aliases });
      }),
    ),
  );
  if (!stored.ok) return stored;
  try {
    await reconcilePanelScripts(ports, (one) => one === origin);
  } catch (error) {
    if (!known) await ports.settings.update((settings) => withoutPanel(settings, origin));
    return fail(storageFailureView(error));
  }
  const panel = findPanel(stored.value, origin);
  return panel ? ok(panel) : fail({ code: 'internal' });
}

/** Gives the host permission back, unless a panel that stays needs it too. */
async function releaseHost(
  ports: Pick<PanelPorts, 'settings' | 'permissions' | 'scripting'>,
  origin: string,
): Promise<void> {
  const { portsInPatterns } = ports.scripting;
  const pattern = hostPattern(origin, portsInPatterns);
  const { panels } = await ports.settings.read();
  if (panels.some((panel) => hostPattern(panel.origin, portsInPatterns) === pattern)) return;
  try {
    await ports.permissions.remove([pattern]);
  } catch {
    // Asaas's own hosts are required by the manifest: typed in as a panel, they are not ours to give back.
  }
}

export function findPanel(
  settings: Pick<Settings, 'panels'>,
  origin: string,
): PanelSettings | undefined {
  return settings.panels.find((panel) => panel.origin === origin);
}

function withPanel(settings: Settings, panel: PanelSettings): Settings {
  if (findPanel(settings, panel.origin)) return settings;
  return { ...settings, panels: [...settings.panels, panel] };
}

function withoutPanel(settings: Settings, origin: string): Settings {
  return { ...settings, panels: settings.panels.filter((panel) => panel.origin !== origin) };
}
