import type { Settings } from '../../settings/settings.ts';

/** The last characters of keys and tokens are a part of a secret, and of no use where it is not stored. */
export function withoutHints(settings: Settings): Settings {
  return {
    ...settings,
    accounts: settings.accounts.map((account) => ({ ...account, keyHint: '' })),
    panels: settings.panels.map((panel) => ({ ...panel, tokenHint: null })),
  };
}
