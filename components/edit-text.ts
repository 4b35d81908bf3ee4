import { i18n } from '#i18n';
import type { EditRefusal } from '../lib/billing/edit/charge-edit.ts';

type Params = Readonly<Record<string, string>>;

/** Codes come from a closed set, so their keys are computed; the locale test proves that each exists. */
const lookup = i18n.t as unknown as (key: string, params?: Params) => string;

/** Why a charge is not changed as asked, and what to do about it. */
export function editRefusalText({ code, params }: EditRefusal): string {
  const text = lookup(`edit.refusal.${code.replaceAll('-', '_')}`, params ?? {});
  // A value that the sender left out shows as an ellipsis, never as a placeholder.
  return text.replace(/\{\w+\}/g, '…');
}
