import { todayInSaoPaulo, type CivilDate } from '../../billing/calendar.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
import { canSendInvoice } from '../../billing/row-state.ts';
import { standingCharges } from '../../billing/standing.ts';
import { classifyCharge, type StatusGroup } from '../../billing/status.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AskedJobRow, InvoiceRow } from '../../ledger/rows.ts';
import type { RowState } from '../../messages/panel.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcStill } from '../desk/edit/ixc-still.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { shownCharge, type ShownCharge } from '../send/shown-charge.ts';
import { NOTHING_STANDS, standingOf, type Standing } from '../send/standing.ts';
import { shownKeys } from './shown-keys.ts';

/**
 * What rows show, from the ledger alone: no network, so that a redraw never waits. `source` is how the
 * panel is read, null while that is not known. Nothing for a panel that bills by fatura.
 */
export async function rowStates(
  ports: EnginePorts,
  panel: PanelSettings,
  ids: readonly string[],
  source: ReadingSource | null = null,
): Promise<RowState[]> {
  if (panel.billsByFatura) return [];
  const today = todayInSaoPaulo(ports.clock.now());
  const { ledger } = ports;
  const settings = await ports.readSettings();
  const environment = panelEnvironment(settings, panel);
  const keys = await shownKeys(ledger, settings, panel);
  const invoices = await ledger.invoices.bulkGet(
    ids.map((id): [string, string] => [panel.origin, id]),
  );
  return Promise.all(
    ids.map(async (id, index) => {
      const standing =
        environment === null ? NOTHING_STANDS : await standingOf(ports, keys, id, environment);
      const invoice = invoices[index] ?? null;
      const shown = await shownCharge(ledger, panel, id, standing.charges);
      const state = rowState(id, invoice, standing, shown, offerOf(panel, invoice, source), today);
      const still = await dateStillInIxc(ledger, keys, invoice, shown);
      return still === null || state.group === 'unknown' ? state : { ...state, ixcStill: still };
    }),
  );
}

/** Whether the row may offer to send, before its charge is looked at. */
type Offer = 'yes' | 'no' | 'if-shown-open';

function offerOf(
  { providerKey, accountId, routes }: PanelSettings,
  invoice: InvoiceRow | null,
  source: ReadingSource | null,
): Offer {
  if (providerKey === null || (accountId === null && routes.length === 0)) return 'no';
  // By hand nothing is read, and in the operator's session not every row: the page itself must say it.
  const mayBeUnread = source === 'hand' || source === 'session';
  if (invoice === null) return mayBeUnread ? 'if-shown-open' : 'no';
  if (!canSendInvoice(invoice)) return 'no';
  return source === 'hand' ? 'if-shown-open' : 'yes';
}

function rowState(
  id: string,
  invoice: InvoiceRow | null,
  { charges, job }: Standing,
  { charge, isProven }: ShownCharge,
  offer: Offer,
  today: CivilDate,
): RowState {
  if (charge) {
    // Two charges that stand are for a person to look at, whatever the first of them says.
    const isSeveral = standingCharges(charges).length > 1;
    const group = isSeveral || !isProven ? 'unknown' : classifyCharge(charge, today);
    const resendable = group === 'deleted' && job?.activeKey === undefined;
    return { id, group, ...sending(offer, resendable), seenAt: charge.seenAt };
  }
  const group = job ? jobGroup(job) : 'unsent';
  return { id, group, ...sending(offer, group === 'unsent'), seenAt: invoice?.readAt ?? null };
}

function sending(offer: Offer, isFree: boolean): Pick<RowState, 'canSend' | 'onlyIfShownOpen'> {
  if (!isFree || offer === 'no') return { canSend: false };
  return offer === 'yes' ? { canSend: true } : { canSend: true, onlyIfShownOpen: true };
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

/** Jobs are read only of the few invoices whose charge has another date. */
async function dateStillInIxc(
  ledger: LedgerDatabase,
  keys: readonly string[],
  invoice: InvoiceRow | null,
  { charge, isProven }: ShownCharge,
): Promise<CivilDate | null> {
  if (!invoice || !charge || !isProven || invoice.dueDate === charge.dueDate) return null;
  const pairs = keys.map((key): [string, string] => [key, invoice.id]);
  const jobs = await ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  return ixcStill(jobs, charge, invoice)?.invoiceDueDate ?? null;
}
