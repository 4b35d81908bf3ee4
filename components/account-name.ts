import { i18n } from '#i18n';
import type { AccountSettings } from '../lib/settings/settings.ts';

/** One line that tells an account from every other one, the same owner's other environment included. */
export function accountName({ name, environment, keyHint }: AccountSettings): string {
  const place =
    environment === 'production' ? i18n.t('environment.production') : i18n.t('environment.sandbox');
  const key = i18n.t('options_account.key_ends', { hint: keyHint });
  return [...(name === '' ? [] : [name]), place, key].join(', ');
}
