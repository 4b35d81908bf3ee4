import { i18n } from '#i18n';
import type { AccountSettings } from '../lib/settings/settings.ts';

/** One line that tells an account from every other one, the same owner's other environment included. */
export function accountName({ name, environment, keyHint }: AccountSettings): string {
  const place =
    environment === 'production' ? i18n.t('environment.production') : i18n.t('environment.sandbox');
  return [...(name === '' ? [] : [name]), place, keyText({ keyHint })].join(', ');
}

/** How to recognise the key; an account that was imported has none until it is given anew. */
export function keyText({ keyHint }: Pick<AccountSettings, 'keyHint'>): string {
  return keyHint === ''
    ? i18n.t('options_account.key_none')
    : i18n.t('options_account.key_ends', { hint: keyHint });
}
