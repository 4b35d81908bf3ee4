import type { EnginePorts, Purpose } from '../ports.ts';

/** The same ports, whose requests to Asaas are ranked by who waits for them. */
export function forPurpose<P extends Pick<EnginePorts, 'asaas'>>(ports: P, purpose: Purpose): P {
  return { ...ports, asaas: (account, given) => ports.asaas(account, given ?? purpose) };
}
