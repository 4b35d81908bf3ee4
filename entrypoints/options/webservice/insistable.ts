import type { FailureView } from '../../../lib/messages/failure.ts';
import type { Insisted } from '../../../lib/messages/page-requests.ts';

const INSISTABLE: Insisted = [
  'provider-key-other',
  'provider-key-of-other-panel',
  'alias-other-customers',
];

/** Refusals of a key that the operator may answer with "it is right all the same". */
export function isInsistable(failure: Pick<FailureView, 'code'> | null): boolean {
  return INSISTABLE.some((code) => code === failure?.code);
}

/** What was insisted on before, and now this refusal too: another one is still to be heard. */
export function insistedOn(before: Insisted, failure: Pick<FailureView, 'code'> | null): Insisted {
  return INSISTABLE.filter((code) => code === failure?.code || before.includes(code));
}
