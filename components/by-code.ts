import { i18n } from '#i18n';

type Params = Readonly<Record<string, string>>;

const lookup = i18n.t as unknown as (key: string, params?: Params) => string;

/**
 * The message of a code within a family. Codes come from closed sets, so their keys are computed; the locale
 * test proves that each exists. Hyphens become underscores because browsers refuse hyphens in message names.
 */
export function byCode(family: string, code: string, params: Params = {}): string {
  const text = lookup(`${family}.${code.replaceAll('-', '_')}`, params);
  // A value that the sender left out shows as an ellipsis, never as a placeholder.
  return text.replace(/\{\w+\}/g, '…');
}
