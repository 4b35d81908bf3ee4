import { normaliseDocument } from '../billing/document.ts';
import { accountFor } from './account-for.ts';
import type { AccountSettings, PanelSettings } from './settings.ts';

/** What an operator should know of an account before it charges anything. */
export type AccountWarning =
  /** Its key can move money out: whoever gets hold of it can too. A key limited to charging is enough. */
  | { readonly code: 'can-transfer' }
  /** No Pix key of its own: every Pix code of it dies at the end of the day. */
  | { readonly code: 'no-pix-key' }
  /** It charges the invoices of a filial with another CNPJ: the money goes to another company. */
  | { readonly code: 'document-differs'; readonly filialId: string };

/**
 * The warnings of one account. `filialDocuments`: filial id → CNPJ in any notation, as far as IXC could be
 * read. What is unknown (null, empty) warns of nothing.
 */
export function accountWarnings(
  account: Pick<AccountSettings, 'id' | 'document' | 'canTransfer' | 'hasPixKey'>,
  panel: Pick<PanelSettings, 'routes' | 'accountId'> | null,
  filialDocuments: Readonly<Record<string, string>>,
): readonly AccountWarning[] {
  const own = normaliseDocument(account.document);
  const differing = Object.entries(filialDocuments).filter(
    ([filialId, document]) =>
      own !== '' &&
      document !== '' &&
      normaliseDocument(document) !== own &&
      panel !== null &&
      charges(account.id, panel, filialId),
  );
  return [
    ...(account.canTransfer === true ? [{ code: 'can-transfer' } as const] : []),
    ...(account.hasPixKey === false ? [{ code: 'no-pix-key' } as const] : []),
    ...differing.map(([filialId]) => ({ code: 'document-differs', filialId }) as const),
  ];
}

/** Whether any invoice of the filial, whatever its carteira, is charged by the account. */
function charges(
  accountId: string,
  panel: Pick<PanelSettings, 'routes' | 'accountId'>,
  filialId: string,
): boolean {
  // No carteira has this id: what no route of a carteira catches.
  const others = '';
  const carteiras = panel.routes.flatMap(({ carteiraId }) => carteiraId ?? []);
  return [others, ...carteiras].some(
    (carteiraId) => accountFor(panel, { filialId, carteiraId }) === accountId,
  );
}
