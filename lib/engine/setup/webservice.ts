import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Insisted } from '../../messages/page-requests.ts';
import type { WebserviceTest } from '../../messages/pages.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { keepConfirmedKey } from '../../ledger/provider-keys.ts';
import { isPlainHttp } from '../../settings/panel-address.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';
import { checkProviderKey, readProviderKey, withKey } from './provider-key.ts';
import { storing } from './storing.ts';
import { tryToken, type TrialPorts } from './webservice-trial.ts';
import { readToken } from './webservice-token.ts';

type TestPorts = TrialPorts & Pick<SetupPorts, 'settings'>;
type WebservicePorts = TestPorts & Pick<SetupPorts, 'vault' | 'asaas' | 'ledger'>;

interface PastedToken {
  readonly origin: string;
  readonly token: string;
  /** The operator was warned that the token can be read on the way to a panel without https. */
  readonly overPlainHttp?: boolean | undefined;
}

interface SavedToken extends PastedToken {
  readonly providerKey: string;
  /** What the operator was told against the key, and insists on. */
  readonly insists?: Insisted | undefined;
}

/**
 * Counts the invoices that the token's user sees and reads the provider's main filial. Lists only;
 * changes nothing and stores nothing. The name, document and proposed key are empty when the user may
 * not read filiais: the operator then types the key.
 */
export async function testWebservice(
  ports: TestPorts,
  request: PastedToken,
): Promise<Result<WebserviceTest, FailureView>> {
  const token = await usableToken(ports, request);
  return token.ok ? tryToken(ports, { origin: request.origin, token: token.value }) : token;
}

/**
 * Tests again, then stores the token and the confirmed provider key. The key is part of every charge's
 * reference: once confirmed it does not change, or charges already made would no longer be found and
 * would be made twice.
 */
export async function saveWebservice(
  ports: WebservicePorts,
  request: SavedToken,
): Promise<Result<PanelSettings, FailureView>> {
  if ((await ports.vault.state()) === 'locked') return fail({ code: 'locked' });
  const { origin } = request;
  const token = await usableToken(ports, request);
  if (!token.ok) return token;
  const known = findPanel(await ports.settings.read(), origin);
  if (!known) return fail({ code: 'panel-unknown' });
  const confirmed = known.providerKey === null ? [] : [known.providerKey];
  if (readProviderKey(request.providerKey, confirmed) === null) {
    return fail({ code: 'provider-key-invalid' });
  }
  const tested = await tryToken(ports, { origin, token: token.value });
  if (!tested.ok) return tested;
  const shown = tested.value.providerKey;
  const checked = await checkProviderKey(ports, known, { ...request, shown });
  if (!checked.ok) return checked;
  const providerKey = checked.value;

  const providerName = tested.value.providerName || null;
  const named = await changePanel(ports, origin, (current) =>
    withKey({ ...current, providerName }, providerKey),
  );
  if (!named.ok) return named;
  const stored = await storing(async () => {
    await keepConfirmedKey(ports.ledger, origin, providerKey);
    const written = await ports.vault.writeSecret(`ixc:${origin}`, token.value);
    return written.ok ? ok(null) : fail<FailureView>({ code: 'locked' });
  });
  if (!stored.ok) return stored;
  const tokenHint = token.value.slice(-4);
  return changePanel(ports, origin, (current) => ok({ ...current, tokenHint }));
}

/** The token, if the panel is authorised and may be sent it: in clear only when the operator insists. */
async function usableToken(
  { settings }: Pick<SetupPorts, 'settings'>,
  { origin, token, overPlainHttp = false }: PastedToken,
): Promise<Result<string, FailureView>> {
  const read = readToken(token);
  if (!read.ok) return read;
  if (!findPanel(await settings.read(), origin)) return fail({ code: 'panel-unknown' });
  if (isPlainHttp(origin) && !overPlainHttp) return fail({ code: 'ixc-token-plain-http' });
  return read;
}
