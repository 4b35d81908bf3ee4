import type { Result } from '../../billing/result.ts';
import type { AskedJobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { isUnread } from '../ixc-source/unread.ts';
import type { EnginePorts } from '../ports.ts';
import { gatherFacts, type Gathered } from './gather.ts';
import type { Care } from './recent-readings.ts';

/**
 * Reads everything again for a job. Where IXC still cannot be read, a job that the operator confirmed from
 * the session or from what was typed is read in that way again; as soon as it can be, what IXC says counts.
 */
export async function gatherAgain(
  ports: EnginePorts,
  panel: PanelSettings,
  { invoiceId, choices, source }: Pick<AskedJobRow, 'invoiceId' | 'choices' | 'source'>,
  care: Care = 'anew',
): Promise<Result<Gathered, FailureView>> {
  const gathered = await gatherFacts(ports, panel, invoiceId, choices, undefined, care);
  const isInstead = panel.source === 'auto' && (source === 'session' || source === 'hand');
  if (gathered.ok || !isInstead || !isUnread(gathered.error)) return gathered;
  return gatherFacts(ports, panel, invoiceId, choices, source, care);
}
