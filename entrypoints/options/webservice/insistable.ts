import type { FailureView } from '../../../lib/messages/failure.ts';

/** Refusals of a key that the operator may answer with "it is right all the same". */
export function isInsistable(failure: Pick<FailureView, 'code'> | null): boolean {
  return failure?.code === 'provider-key-other' || failure?.code === 'provider-key-of-other-panel';
}
