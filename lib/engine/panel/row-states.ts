import { todayInSaoPaulo, type CivilDate } from '../../billing/calendar.ts';
import { canSendInvoice } from '../../billing/row-state.ts';
import { classifyCharge, type StatusGroup } from '../../billing/status.ts';
import { chargesOf, representative } from '../../ledger/charges.ts';
import type { ChargeRow, AskedJobRow, InvoiceRow } from '../../ledger/rows.ts';
import type { RowState } from '../../messages/panel.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { latestJob } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';

/** What rows show, from the ledger alone: no network, so that a redraw never waits. */
export async function rowStates(
  ports: EnginePorts,
  panel: PanelSettings,
  ids: readonly string[],
): Promise<RowState[]> {
  const today = todayInSaoPaulo(ports.clock.now());
  const { ledger } = ports;
  const invoices = await ledger.invoices.bulkGet(
    ids.map((id): [string, string] => [panel.origin, id]),
  );
  return Promise.all(
    ids.map(async (id, index) => {
      const { providerKey } = panel;
      const charges = providerKey === null ? [] : await chargesOf(ledger, providerKey, id);
      const job = providerKey === null ? null : await latestJob(ports, providerKey, id);
      return rowState(id, invoices[index] ?? null, representative(charges), job, panel, today);
    }),
  );
}

function rowState(
  id: string,
  invoice: InvoiceRow | null,
  charge: ChargeRow | null,
  job: AskedJobRow | null,
  panel: PanelSettings,
  today: CivilDate,
): RowState {
  if (charge) {
    const group = classifyCharge(charge, today);
    const resendable = group === 'deleted' && job?.activeKey === undefined;
    return { id, group, canSend: resendable && sendable(invoice, panel), seenAt: charge.seenAt };
  }
  const group = job ? jobGroup(job) : 'unsent';
  return {
    id,
    group,
    canSend: group === 'unsent' && sendable(invoice, panel),
    seenAt: invoice?.readAt ?? null,
  };
}

function sendable(invoice: InvoiceRow | null, panel: PanelSettings): boolean {
  return (
    invoice !== null &&
    panel.providerKey !== null &&
    panel.accountId !== null &&
    canSendInvoice(invoice)
  );
}

function jobGroup(job: AskedJobRow): StatusGroup {
  switch (job.state) {
    case 'blocked':
      return 'failed';
    case 'cancelled':
      return 'unsent';
    // The charge it made is deleted or was never told apart: say what is known, not more.
    case 'done':
      return 'unknown';
    case 'queued':
    case 'locating':
    case 'intent':
    case 'waiting':
    case 'unknown':
    case 'created':
    case 'verified':
      return 'queued';
  }
}
