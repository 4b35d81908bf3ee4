import { i18n } from '#i18n';
import type { PanelUser } from '../lib/messages/panel.ts';

/** In whose session of the panel something is confirmed: the audit keeps the number, and never the name. */
export function operatorText({ id, name }: PanelUser): string {
  return name === null ? i18n.t('keys.you_number', { id }) : i18n.t('keys.you', { name, id });
}
