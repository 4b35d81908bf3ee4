import type { Invoice } from '../billing/invoice.ts';
import type { PanelSettings } from './settings.ts';

/**
 * The account that charges an invoice: the most exact route wins (filial and carteira, then carteira, then
 * filial), then the panel's own. Null: nobody said which, and nothing is sent.
 */
export function accountFor(
  panel: Pick<PanelSettings, 'routes' | 'accountId'>,
  invoice: Pick<Invoice, 'filialId' | 'carteiraId'>,
): string | null {
  const fitting = panel.routes.filter(
    ({ filialId, carteiraId }) =>
      (filialId === null || filialId === invoice.filialId) &&
      (carteiraId === null || carteiraId === invoice.carteiraId),
  );
  const both = fitting.find(({ filialId, carteiraId }) => filialId !== null && carteiraId !== null);
  const carteira = fitting.find(({ carteiraId }) => carteiraId !== null);
  return (both ?? carteira ?? fitting[0])?.accountId ?? panel.accountId;
}
