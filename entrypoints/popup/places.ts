import { i18n } from '#i18n';
import { formatDocument } from '../../lib/billing/document.ts';
import type { Environment } from '../../lib/billing/charge.ts';
import type { PanelView, SetupView } from '../../lib/messages/pages.ts';

/** What a page needs of the setup to name places; null until the worker answered, if it ever does. */
export type Known = Pick<SetupView, 'accounts' | 'panels'> | null;

/** `<environment>:<owner>`, as `AccountSettings.id`. */
export function environmentOf(accountId: string): Environment {
  return accountId.startsWith('production:') ? 'production' : 'sandbox';
}

/** The account's own name; while the setup is not known, its document, which the id carries. */
export function accountLabel(accountId: string, known: Known): string {
  const account = known?.accounts.find(({ id }) => id === accountId);
  if (account !== undefined && account.name !== '') return account.name;
  return formatDocument(accountId.slice(accountId.indexOf(':') + 1));
}

/** The panel whose charges carry the key, be it today's or an earlier one. */
export function panelOfKey(providerKey: string, known: Known): PanelView | null {
  const panels = known?.panels ?? [];
  return (
    panels.find((panel) => panel.providerKey === providerKey) ??
    panels.find(({ aliases }) => aliases.includes(providerKey)) ??
    null
  );
}

export function providerLabel(providerKey: string, known: Known): string {
  return panelOfKey(providerKey, known)?.providerName ?? providerKey;
}

/** `painel.provedor.example`: how operators call a panel. */
export function hostOf(origin: string): string {
  return new URL(origin).host;
}

/** "título 48211", with its panel where there are several. */
export function invoiceLabel(invoiceId: string, origin: string | null, known: Known): string {
  const invoice = i18n.t('popup.invoice', { id: invoiceId });
  const isOnly = (known?.panels.length ?? 0) < 2;
  return origin === null || isOnly ? invoice : `${invoice}, ${hostOf(origin)}`;
}
