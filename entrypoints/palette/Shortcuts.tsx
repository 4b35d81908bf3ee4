import type { ReactElement } from 'react';
import { i18n } from '#i18n';

/** Every key of the palette. */
export function Shortcuts(): ReactElement {
  const keys: readonly (readonly [string, string])[] = [
    ['↓ ↑', i18n.t('palette.key_arrows')],
    ['Enter', i18n.t('palette.key_enter')],
    ['P', i18n.t('palette.key_pix')],
    ['B', i18n.t('palette.key_linha')],
    ['L', i18n.t('palette.key_link')],
    ['M', i18n.t('palette.key_message')],
    ['W', i18n.t('palette.key_whatsapp')],
    ['V', i18n.t('palette.key_overdue')],
    ['⇧V', i18n.t('palette.key_overdue_whatsapp')],
    ['R', i18n.t('palette.key_refresh')],
    ['?', i18n.t('palette.key_help')],
    ['Esc', i18n.t('palette.key_escape')],
  ];
  return (
    <section aria-label={i18n.t('palette.shortcuts')}>
      <h2>{i18n.t('palette.shortcuts')}</h2>
      <dl className="keys">
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
