import { fail, ok, type Result } from '../../../lib/billing/result.ts';
import { MOST_PACKED, packFile } from '../../../lib/messages/packed-text.ts';

/** A file that a person chose, as the worker takes it. */
export async function packChosen(
  file: Blob,
  most: number = MOST_PACKED,
): Promise<Result<string, 'large' | 'unreadable'>> {
  try {
    const packed = await packFile(file);
    return packed.length > most ? fail('large') : ok(packed);
  } catch {
    // Moved, renamed or taken away since it was chosen.
    return fail('unreadable');
  }
}
