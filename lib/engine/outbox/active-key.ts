import { chargeReference } from '../../billing/reference.ts';

/**
 * What a standing job holds for itself: one invoice in one environment. A test and a real charge of the
 * same invoice never stand in each other's way. Throws a RangeError on a malformed part.
 */
export function activeKey(environment: string, providerKey: string, invoiceId: string): string {
  return `${environment}:${chargeReference(providerKey, invoiceId)}`;
}
