import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { useNow } from './use-now.ts';

/** "Próxima tentativa em 40 s". Hidden from screen readers, which would hear every second. */
export function Countdown({ at }: { readonly at: number }): ReactElement {
  const seconds = Math.ceil((at - useNow(1000)) / 1000);
  return <span aria-hidden="true">{i18n.t('operation.next', { when: whenText(seconds) })}.</span>;
}

function whenText(seconds: number): string {
  if (seconds <= 0) return i18n.t('countdown.now');
  if (seconds < 60) return i18n.t('countdown.seconds', { seconds });
  if (seconds < 3600) return i18n.t('countdown.minutes', { minutes: Math.ceil(seconds / 60) });
  return i18n.t('countdown.hours', { hours: Math.ceil(seconds / 3600) });
}
