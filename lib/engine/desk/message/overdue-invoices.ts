import { fail, ok, type Result } from '../../../billing/result.ts';
import { putInvoices } from '../../../ledger/invoices.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PanelSettings } from '../../../settings/settings.ts';
import { shownInvoices } from '../../palette/shown-client.ts';
import type { EnginePorts } from '../../ports.ts';
import { ixcFailureView } from '../../setup/failures.ts';

/** The ids of a customer's invoices that IXC says are open and whose last day to pay is over. Read now. */
export async function overdueInvoices(
  ports: EnginePorts,
  panel: PanelSettings,
  customerId: string,
): Promise<Result<readonly string[], FailureView>> {
  const { origin } = panel;
  const reader = await ports.ixc(origin);
  if (!reader.ok) return reader;
  if (reader.value.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const readAt = ports.now();
  const open = await reader.value.client.openInvoicesOf([customerId]);
  if (!open.ok) return fail(ixcFailureView(open.error));
  const rows = open.value.map((invoice) => ({ ...invoice, origin, readAt }));
  await putInvoices(ports.ledger, rows, ports.now());
  const shown = await shownInvoices(ports, panel, open.value, reader.value.source);
  return ok(shown.filter(({ isOverdue }) => isOverdue).map(({ id }) => id));
}
