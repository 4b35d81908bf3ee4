import { providerKeyFromDocument } from '../../../lib/billing/reference.ts';
import type { PanelSurvey, SetupView } from '../../../lib/messages/pages.ts';
import { keysOfOtherPanels } from '../../../lib/settings/confirmed-keys.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';

export interface ProposedKey {
  readonly key: string;
  /** How many charges carry it; null: it comes from the CNPJ of the account. */
  readonly charges: number | null;
}

/**
 * What the provider may be called in references: first the CNPJ of the account that charges the panel, then
 * what else its charges carry. Never what another panel was confirmed under: in an account that two
 * providers share, the most frequent key is often the other one's.
 */
export function proposedKeys(
  { origin, accountId }: Pick<PanelSettings, 'origin' | 'accountId'>,
  { accounts, panels }: Pick<SetupView, 'accounts' | 'panels'>,
  survey: Pick<PanelSurvey, 'keysFound'> | null,
): readonly ProposedKey[] {
  const others = keysOfOtherPanels(panels, origin);
  const found = (survey?.keysFound ?? []).filter(({ key }) => !others.has(key));
  const account = accounts.find(({ id }) => id === accountId);
  const own = account === undefined ? null : providerKeyFromDocument(account.document);
  if (own === null || others.has(own)) return found;
  const carried = found.find(({ key }) => key === own);
  return [carried ?? { key: own, charges: null }, ...found.filter(({ key }) => key !== own)];
}
