import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Attention } from '@/lib/engine/notify/attention';

/** White on these is 7:1 or better. */
const WHITE = '#ffffff';
const RED = '#991b1b';
const GREY = '#374151';
/** More than two figures do not fit. */
const MOST = 99;

/** Says on the extension's button how much waits for a person, or that everything is paused. */
export async function showAttention({ count, paused }: Attention): Promise<void> {
  const figure = count > MOST ? `${MOST}+` : String(count);
  const text = paused ? 'II' : count === 0 ? '' : figure;
  const words = [
    ...(paused ? [i18n.t('badge.paused')] : []),
    ...(count > 0 ? [i18n.t('badge.attention', count)] : []),
  ];
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: paused ? GREY : RED }),
    action.setBadgeTextColor({ color: WHITE }),
    action.setTitle({ title: words.length === 0 ? i18n.t('popup.title') : words.join('. ') }),
  ]);
}
