import { todayInSaoPaulo, type CivilDate } from '../../billing/calendar.ts';
import { canSendInvoice } from '../../billing/row-state.ts';
import { standingCharges } from '../../billing/standing.ts';
import { classifyCharge, type StatusGroup } from '../../billing/status.ts';
import { chargesOf, environmentOf, representative } from '../../ledger/charges.ts';
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
      const { providerKey, accountId } = panel;
      if (providerKey === null || accountId === null) {
        return rowState(id, invoices[index] ?? null, [], null, panel, today);
      }
      const environment = environmentOf(accountId);
      const charges = await chargesOf(ledger, providerKey, id, environment);
      const job = await latestJob(ports, providerKey, id, environment);
      return rowState(id, invoices[index] ?? null, charges, job, panel, today);
    }),
  );
}

function rowState(
  id: string,
  invoice: InvoiceRow | null,
  charges: readonly ChargeRow[],
  job: AskedJobRow | null,
  panel: PanelSettings,
  today: CivilDate,
): RowState {
  const charge = representative(charges);
  if (charge) {
    // Two charges that stand are for a person to look at, whatever the first of them says.
    const isSeveral = standingCharges(charges).length > 1;
    const group = isSeveral ? 'unknown' : classifyCharge(charge, today);
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
