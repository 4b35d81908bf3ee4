import { documentKind } from '../../../billing/document.ts';
import type { ProviderIdentity } from '../../../billing/message/provider-identity.ts';
import type { PanelSettings, Settings } from '../../../settings/settings.ts';

/** Who asks for the money: as the operator wrote it down, else what is known of the panel's provider. */
export function providerInMessages(
  { messages }: Pick<Settings, 'messages'>,
  {
    origin,
    providerName,
    providerKey,
  }: Pick<PanelSettings, 'origin' | 'providerName' | 'providerKey'>,
): ProviderIdentity {
  const own = messages.providers.find((provider) => provider.origin === origin);
  if (own) return { name: own.name, document: own.document, address: own.address };
  const document = providerKey !== null && documentKind(providerKey) !== null ? providerKey : '';
  return { name: providerName ?? '', document, address: '' };
}
