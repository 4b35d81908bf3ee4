import type { SetupView } from '../../../lib/messages/pages.ts';
import { accountWarnings, type AccountWarning } from '../../../lib/settings/account-warnings.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import type { Surveys } from '../use-surveys.ts';

export interface AccountNews {
  readonly warnings: readonly AccountWarning[];
  /** Filial id → its name. */
  readonly filiais: Readonly<Record<string, string>>;
}

/** The warnings of an account over every panel, each once; filiais as far as the page has read them. */
export function warningsOf(
  account: AccountSettings,
  { panels }: Pick<SetupView, 'panels'>,
  surveys: Pick<Surveys, 'of'>,
): AccountNews {
  const filiais: Record<string, string> = {};
  const warnings = new Map<string, AccountWarning>();
  for (const panel of [null, ...panels]) {
    const read = (panel && surveys.of(panel.origin)?.filiais) ?? [];
    for (const { id, name } of read) filiais[id] = name;
    const documents = Object.fromEntries(read.map(({ id, document }) => [id, document]));
    for (const warning of accountWarnings(account, panel, documents))
      warnings.set('filialId' in warning ? warning.filialId : warning.code, warning);
  }
  return { warnings: [...warnings.values()], filiais };
}
