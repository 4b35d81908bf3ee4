import type { PanelSettings } from './settings.ts';

/** A panel that was just authorised: everything about it is still to be confirmed or chosen. */
export function newPanel(origin: string, accountId: string | null): PanelSettings {
  return {
    origin,
    providerKey: null,
    providerName: null,
    tokenHint: null,
    aliases: [],
    source: 'auto',
    accountId,
    routes: [],
    carteiras: null,
    settlements: [],
    billsByFatura: false,
  };
}
