import type { FailureCode, FailureView } from '../../messages/failure.ts';
import type { SetupPorts } from './ports.ts';

/** What is said when nothing answered. */
const NO_ANSWER: readonly FailureCode[] = [
  'asaas-network',
  'asaas-timeout',
  'ixc-network',
  'ixc-timeout',
  'ixc-certificate',
  'panel-unreachable',
];

/** A failure to reach somebody else, unless the reason is this computer: the browser knows of no network. */
export function unlessOffline(
  { online }: Pick<SetupPorts, 'online'>,
  failure: FailureView,
): FailureView {
  return NO_ANSWER.includes(failure.code) && !online() ? { code: 'network-offline' } : failure;
}
