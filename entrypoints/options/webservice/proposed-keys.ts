import { providerKeyFromDocument } from '../../../lib/billing/reference.ts';
import type { PanelSurvey } from '../../../lib/messages/pages.ts';
import type { AccountSettings, PanelSettings } from '../../../lib/settings/settings.ts';

export interface ProposedKey {
  readonly key: string;
  /** How many charges carry it; null: it comes from the CNPJ of the account. */
  readonly charges: number | null;
}

/**
 * What the provider may be called in references: first what its charges carry already, because another key
 * would charge the same invoices again, then the CNPJ of the account that charges the panel.
 */
export function proposedKeys(
  { accountId }: Pick<PanelSettings, 'accountId'>,
  accounts: readonly Pick<AccountSettings, 'id' | 'document'>[],
  survey: Pick<PanelSurvey, 'keysFound'> | null,
): readonly ProposedKey[] {
  const found = survey?.keysFound ?? [];
  const account = accounts.find(({ id }) => id === accountId);
  const own = account === undefined ? null : providerKeyFromDocument(account.document);
  return own === null || found.some(({ key }) => key === own)
    ? found
    : [...found, { key: own, charges: null }];
}
