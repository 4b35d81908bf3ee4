import { fail, ok, type Result } from '../../../lib/billing/result.ts';

/** A message between page and worker holds 64 MiB of JSON, in which every quotation mark counts twice. */
export const MOST_MEGABYTES = 48;

/** The text of a file that a person chose. */
export async function readTextFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<Result<string, 'large' | 'unreadable'>> {
  if (file.size > MOST_MEGABYTES * 1024 * 1024) return fail('large');
  try {
    return ok(await file.text());
  } catch {
    // Moved, renamed or taken away since it was chosen.
    return fail('unreadable');
  }
}
