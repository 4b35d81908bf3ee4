import { fail, ok, type Result } from '../../billing/result.ts';
import { standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { WithheldCharge } from '../../messages/drawer.ts';
import type { CopyRefusal } from '../../messages/palette.ts';
import { shownKeys } from '../panel/shown-keys.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { shownCharge } from '../send/shown-charge.ts';
import { standingOf } from '../send/standing.ts';
import { isOfAnotherCustomer } from './charged-for.ts';

/** One invoice of one panel. */
export interface InvoiceOfPanel {
  readonly origin: string;
  readonly invoiceId: string;
}

/**
 * The one charge of an invoice that may be handed to its payer, or why there is none. From the ledger alone.
 * What is paid, deleted or settled in IXC is not, nor what is not proven to be this customer's.
 */
export async function payableCharge(
  ports: EnginePorts,
  { origin, invoiceId }: InvoiceOfPanel,
): Promise<Result<ChargeRow, CopyRefusal>> {
  const { ledger } = ports;
  const settings = await ports.readSettings();
  const panel = settings.panels.find((known) => known.origin === origin);
  const environment = panel && !panel.billsByFatura ? panelEnvironment(settings, panel) : null;
  if (!panel || environment === null) return fail('no-charge');
  const keys = await shownKeys(ledger, settings, panel);
  const { charges } = await standingOf(ports, keys, invoiceId, environment);
  const { charge, isProven } = await shownCharge(ledger, panel, invoiceId, charges);
  if (!charge) return fail('no-charge');
  if (panel.providerKey === null) return fail('unconfirmed');
  if (!isProven) return fail('unproven');
  if (standingCharges(charges).length > 1) return fail('several');
  if (livenessOf(charge) !== 'live') return fail('not-payable');
  const invoice = await ledger.invoices.get([origin, invoiceId]);
  if (await isOfAnotherCustomer(ledger, origin, charge, invoice)) return fail('unproven');
  const isOpen = invoice === undefined || invoice.status === 'open' || invoice.status === 'partial';
  return isOpen && invoice?.renegotiated !== true ? ok(charge) : fail('closed-in-ixc');
}

/** Whether it is a refusal of a charge that could be paid all the same, and is not to be; null: it is not. */
export function withheldBecause(refusal: CopyRefusal): WithheldCharge | null {
  switch (refusal) {
    case 'closed-in-ixc':
    case 'several':
    case 'unproven':
      return refusal;
    default:
      return null;
  }
}
