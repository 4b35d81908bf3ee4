import type { ReactElement } from 'react';
import { i18n } from '#i18n';

/** Ways to the sections that are no steps of the setup. */
export function OtherParts(): ReactElement {
  return (
    <nav className="also" aria-label={i18n.t('options.also')}>
      <span className="soft">{i18n.t('options.also')}</span>
      <a href="#payer-notices">{i18n.t('options_payer_notices.heading')}</a>
      <a href="#messages">{i18n.t('options_messages.heading')}</a>
      <a href="#notices">{i18n.t('options_notices.heading')}</a>
      <a href="#sync">{i18n.t('options_sync.heading')}</a>
      <a href="#adoption">{i18n.t('options_adoption.heading')}</a>
      <a href="#data">{i18n.t('options_data.heading')}</a>
      <a href="#help">{i18n.t('options_help.heading')}</a>
    </nav>
  );
}
