import type { StatusGroup } from '../../../lib/billing/status.ts';
import type { DrawerCharge } from '../../../lib/messages/drawer.ts';

const PAYABLE: readonly StatusGroup[] = ['open', 'overdue', 'clearing'];

/** The customer can still pay it. */
export const isPayable = ({ group }: Pick<DrawerCharge, 'group'>): boolean =>
  PAYABLE.includes(group);
