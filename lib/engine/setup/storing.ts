import { fail, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { storageFailureView } from './failures.ts';

/** Runs writes to vault and settings, turning what a full or broken disk throws into a failure to show. */
export async function storing<T>(
  writes: () => Promise<Result<T, FailureView>>,
): Promise<Result<T, FailureView>> {
  try {
    return await writes();
  } catch (error) {
    return fail(storageFailureView(error));
  }
}
