import { isProviderKey } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { Filial, IxcClient } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { WebserviceTest } from '../../messages/pages.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import { keepConfirmedKey } from '../../ledger/provider-keys.ts';
import { ixcFailureView } from './failures.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';
import { checkProviderKey } from './provider-key.ts';
import { storing } from './storing.ts';

type WebservicePorts = Pick<
  SetupPorts,
  'ixcClient' | 'asaasClient' | 'settings' | 'ledger' | 'vault'
>;

/**
 * Counts the invoices that the token's user sees and reads the provider's main filial. Lists only;
 * changes nothing and stores nothing. The name, document and proposed key are empty when the user may
 * not read filiais: the operator then types the key.
 */
export async function testWebservice(
  ports: Pick<WebservicePorts, 'ixcClient' | 'settings'>,
  { origin, token }: { readonly origin: string; readonly token: string },
): Promise<Result<WebserviceTest, FailureView>> {
  if (token.trim() === '') return fail({ code: 'ixc-token-missing' });
  if (!findPanel(await ports.settings.read(), origin)) return fail({ code: 'panel-unknown' });
  const client = ports.ixcClient({ origin, token: token.trim() });
  const invoices = await client.countInvoices();
  if (!invoices.ok) return fail(ixcFailureView(invoices.error));
  const filial = await readMainFilial(client);
  if (!filial.ok) return filial;
  const document = filial.value?.document ?? '';
  return ok({
    providerName: filial.value?.name ?? '',
    document,
    providerKey: proposeKey(document),
    invoices: invoices.value,
  });
}

/**
 * Tests again, then stores the token and the confirmed provider key. The key is part of every charge's
 * reference: once confirmed it does not change, or charges already made would no longer be found and
 * would be made twice.
 */
export async function saveWebservice(
  ports: WebservicePorts,
  request: {
    readonly origin: string;
    readonly token: string;
    readonly providerKey: string;
    /** The operator was told that the account knows another key, and insists. */
    readonly confirmOther?: boolean | undefined;
  },
): Promise<Result<PanelSettings, FailureView>> {
  if ((await ports.vault.state()) === 'locked') return fail({ code: 'locked' });
  const { origin } = request;
  const token = request.token.trim();
  const providerKey = request.providerKey.trim().toLowerCase();
  if (!isProviderKey(providerKey)) return fail({ code: 'provider-key-invalid' });
  const known = findPanel(await ports.settings.read(), origin);
  if (!known) return fail({ code: 'panel-unknown' });
  const insists = request.confirmOther ?? false;
  const checked = await checkProviderKey(ports, known, providerKey, insists);
  if (!checked.ok) return checked;
  const tested = await testWebservice(ports, { origin, token });
  if (!tested.ok) return tested;

  return storing(async () => {
    const written = await ports.vault.writeSecret(`ixc:${origin}`, token);
    if (!written.ok) return fail({ code: 'locked' });
    const providerName = tested.value.providerName || null;
    const facts = { providerKey, providerName, tokenHint: token.slice(-4) };
    const settings = await ports.settings.update((current) => withFacts(current, origin, facts));
    await keepConfirmedKey(ports.ledger, origin, providerKey);
    const panel = findPanel(settings, origin);
    return panel ? ok(panel) : fail({ code: 'panel-unknown' });
  });
}

/** The filial that stands for the provider: the one IXC made first. Null when none may be read. */
async function readMainFilial(client: IxcClient): Promise<Result<Filial | null, FailureView>> {
  const filiais = await client.filiais();
  if (filiais.ok) {
    const [main] = filiais.value.toSorted((a, b) => Number(a.id) - Number(b.id));
    return ok(main ?? null);
  }
  const { kind } = filiais.error;
  // The user sees invoices but not filiais: enough to charge, so only the proposal is missing.
  if (kind === 'refused' || kind === 'suspicious-empty') return ok(null);
  return fail(ixcFailureView(filiais.error));
}

function proposeKey(document: string): string {
  const key = document.toLowerCase();
  return isProviderKey(key) ? key : '';
}

function withFacts(
  settings: Settings,
  origin: string,
  facts: Pick<PanelSettings, 'providerKey' | 'providerName' | 'tokenHint'>,
): Settings {
  return {
    ...settings,
    panels: settings.panels.map((panel) =>
      panel.origin === origin ? { ...panel, ...facts } : panel,
    ),
  };
}
