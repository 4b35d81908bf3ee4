import { fail, ok, type Result } from '../result.ts';
import { type IdentityPart, type ProviderIdentity, unsaidIdentity } from './provider-identity.ts';

/** More than WhatsApp or a mail program takes from an address by far. Characters. */
export const LONGEST_MESSAGE = 4000;

/** `unfilled`: `name` stands in braces, and would be sent so. */
export type EditedProblem =
  | { readonly code: 'empty' | 'too-long' }
  | { readonly code: 'unfilled'; readonly name: string }
  | { readonly code: 'identity'; readonly parts: readonly IdentityPart[] };

/**
 * Whether a text may leave as the operator left it: something is said, no variable stands in it
 * unfilled, ours or not, and a collection message still says who the creditor is.
 */
export function checkEdited(
  text: string,
  { collection, provider }: { readonly collection: boolean; readonly provider: ProviderIdentity },
): Result<string, EditedProblem> {
  const said = text.replace(/\r\n?/g, '\n').trim();
  if (said === '') return fail({ code: 'empty' });
  if (said.length > LONGEST_MESSAGE) return fail({ code: 'too-long' });
  const unfilled = /\{\s*([\p{L}_]{2,40})\s*\}/u.exec(said)?.[1];
  if (unfilled !== undefined) return fail({ code: 'unfilled', name: unfilled });
  const parts = collection ? unsaidIdentity(said, provider) : [];
  return parts.length > 0 ? fail({ code: 'identity', parts }) : ok(said);
}
