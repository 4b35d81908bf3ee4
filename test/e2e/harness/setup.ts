import { label, message, type Language } from './catalogues.ts';
import { PANEL_ORIGIN } from './routes.ts';
import type { Surface } from './surface.ts';

export interface Credentials {
  /** An Asaas key of the emulator. */
  readonly asaasKey: string;
  /** A webservice token of the emulated IXC. */
  readonly ixcToken: string;
  /** As the operator copies it from the address bar. */
  readonly panelAddress?: string;
}

/**
 * Sets the extension up as an operator does: on its own options page, by the labels that are on it,
 * each step tested before it is saved. `options` shows options.html and stays there.
 */
export async function setUpThroughOptions(
  options: Surface,
  lang: Language,
  { asaasKey, ixcToken, panelAddress }: Credentials,
): Promise<void> {
  const says = (portuguese: string) => label(lang, portuguese);
  await saveAccount(options, lang, { asaasKey });
  await authorisePanel(options, lang, panelAddress);

  const webservice = options.section(says('Webservice'));
  await webservice.fill(says('Token do webservice'), ixcToken);
  await webservice.press(says('Testar webservice'));
  await webservice.waitFor(message(lang, 'options_webservice.tested'));
  await webservice.press(says('Salvar'));
  await webservice.waitFor(message(lang, 'options_webservice.token_ends'));
  await chooseNotifier(options, lang);
}

/** The same without a webservice token: IXC is read by the operator's session, or typed. */
export async function setUpWithoutToken(
  options: Surface,
  lang: Language,
  { asaasKey, panelAddress }: Pick<Credentials, 'asaasKey' | 'panelAddress'>,
): Promise<void> {
  await saveAccount(options, lang, { asaasKey });
  await authorisePanel(options, lang, panelAddress);
  await confirmProvider(options, lang);
  await chooseNotifier(options, lang);
}

/** Without a token: confirms the key that was found or proposed for the provider. */
export async function confirmProvider(options: Surface, lang: Language): Promise<void> {
  const webservice = options.section(label(lang, 'Webservice'));
  await webservice.press(label(lang, 'Confirmar a identificação sem token'));
  await webservice.press(label(lang, 'Confirmar identificação'));
  await webservice.waitFor(message(lang, 'identity.confirmed'));
}

/** The first step alone. */
export async function saveAccount(
  options: Surface,
  lang: Language,
  { asaasKey }: Pick<Credentials, 'asaasKey'>,
): Promise<void> {
  const says = (portuguese: string) => label(lang, portuguese);
  const account = options.section(says('Conta Asaas'));
  await account.fill(says('Chave de API do Asaas'), asaasKey);
  await account.press(says('Testar conexão'));
  await account.waitFor(message(lang, 'options_account.tested'));
  await account.press(says('Salvar'));
  await account.waitFor(message(lang, 'options_account.key_ends'));
}

/** The last step alone: nobody tells the payer. */
export async function chooseNotifier(options: Surface, lang: Language): Promise<void> {
  const says = (portuguese: string) => label(lang, portuguese);
  const sending = options.section(says('Envio'));
  await sending.choose(says('Ninguém'));
  await sending.press(says('Salvar'));
  await sending.waitFor(message(lang, 'action.saved'));
}

/** The second step alone. */
export async function authorisePanel(
  options: Surface,
  lang: Language,
  address = `${PANEL_ORIGIN}/adm.php`,
): Promise<void> {
  const says = (portuguese: string) => label(lang, portuguese);
  const panel = options.section(says('Painel'));
  await panel.fill(says('Endereço do painel'), address);
  await panel.press(says('Autorizar painel'));
  await panel.waitFor(message(lang, 'options_panel.permitted'));
}

/** One more panel and its token, through the same sections. */
export async function addPanel(
  options: Surface,
  lang: Language,
  { origin, ixcToken }: { readonly origin: string; readonly ixcToken: string },
): Promise<void> {
  const says = (portuguese: string) => label(lang, portuguese);
  const panel = options.section(says('Painel'));
  await panel.fill(says('Endereço do painel'), `${origin}/adm.php`);
  await panel.press(says('Autorizar painel'));
  await panel.waitFor(origin);
  const webservice = options.section(says('Webservice'));
  await webservice.choose(origin);
  await webservice.fill(says('Token do webservice'), ixcToken);
  await webservice.press(says('Testar webservice'));
  await webservice.waitFor(message(lang, 'options_webservice.tested'));
  await webservice.press(says('Salvar'));
  await webservice.waitFor(message(lang, 'action.saved'));
}
