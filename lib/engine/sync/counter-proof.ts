import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { parseReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { isSameInvoice } from '../../billing/same-invoice.ts';
import type { CreateJobRow, InvoiceEvidence, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts, Purpose } from '../ports.ts';
import { agrees } from '../send/under-alias.ts';
import { asaasFailureView, ixcFailureView } from '../setup/failures.ts';
import { makerOf } from './counter-facts.ts';

/** What a panel's IXC says of an invoice, and the charge that bears its number. */
export interface Claim {
  readonly settings: Pick<Settings, 'panels'>;
  readonly panel: PanelSettings;
  readonly account: AccountSettings;
  readonly invoice: Invoice;
  /** What the counter's work was last judged by in this panel. */
  readonly before: InvoiceEvidence | undefined;
  /** Whether that reading speaks for the invoice where value and due date do not. */
  readonly isKnown: boolean;
  readonly charge: Charge;
  /** The jobs of the invoice. */
  readonly jobs: readonly JobRow[];
}

/*
 * The provider's key and a number are no proof: a test copy of the base has the same main filial, hence the
 * same key, and a base that was restored gives its numbers out again, to the same customer too. What a
 * charge was made for is known from the job that made it, or else from whom it charges, and from what was
 * read while it was there.
 */

/**
 * Whether this is the very invoice that the charge was made for, so that nobody need confirm what follows
 * from it. Fails where payer or customer cannot be read now.
 */
export async function isProven(
  ports: EnginePorts,
  claim: Claim,
  purpose: Purpose,
): Promise<Result<boolean, FailureView>> {
  const { settings, panel, invoice, charge, jobs } = claim;
  if (!mayCharge(panel)) return ok(false);
  const maker = makerOf(charge, jobs);
  const isHere = maker?.origin === panel.origin;
  const isKnownElsewhere = settings.panels.some(({ origin }) => origin === maker?.origin);
  if (!isHere && (isKnownElsewhere || hasTwin(settings, panel))) return ok(false);
  const before = isHere ? readSince(claim, maker.createdAt) : readBeside(claim);
  if (isHere && maker.asCharged) {
    const known = [maker.asCharged, ...(before ? [before] : [])];
    return ok(known.some((each) => isSameInvoice(each, invoice)));
  }
  if (before && !isSameInvoice(before, invoice)) return ok(false);
  if (!(isHere && before) && !isLike(claim)) return ok(false);
  const customerId = isHere ? chargedCustomer(maker) : null;
  if (customerId !== null) return ok(customerId === invoice.customerId);
  return isPayers(ports, claim, purpose);
}

/** The earlier reading, where it was made since the charge was asked for here. `since` in ms. */
function readSince({ before }: Claim, since: number): InvoiceEvidence | null {
  return before && before.readAt >= since ? before : null;
}

/** The earlier reading, where the charge was there by then: one that another browser made. */
function readBeside({ before, charge }: Claim): InvoiceEvidence | null {
  return before && todayInSaoPaulo(before.readAt) >= charge.createdOn ? before : null;
}

/** A panel that charges in no account has sent nothing. */
function mayCharge({ accountId, routes }: PanelSettings): boolean {
  return accountId !== null || routes.length > 0;
}

/** Whether another panel answers to the same key: which of the two is meant cannot be told. */
function hasTwin({ panels }: Pick<Settings, 'panels'>, panel: PanelSettings): boolean {
  return panels.some(
    ({ origin, providerKey, aliases }) =>
      origin !== panel.origin &&
      panel.providerKey !== null &&
      ownKeys(providerKey, aliases).includes(panel.providerKey),
  );
}

/** IXC's own word for whom the job charged: of what was typed by hand it never said it. */
function chargedCustomer({ source, customerId }: CreateJobRow): string | null {
  return source === 'hand' ? null : (customerId ?? null);
}

/** Whether value or due date are the charge's. Accrued interest changes both, and then a reading speaks. */
function isLike({ invoice, charge, isKnown }: Claim): boolean {
  if (isKnown || charge.dueDate === invoice.dueDate) return true;
  const { value, open, received } = invoice;
  return [value, open, open + received].includes(charge.value);
}

/** Whether the charge's payer is the invoice's customer: by our own reference, or by CPF or CNPJ. */
async function isPayers(
  ports: EnginePorts,
  { panel, account, invoice, charge }: Claim,
  purpose: Purpose,
): Promise<Result<boolean, FailureView>> {
  const client = await ports.asaas(account, purpose);
  if (!client.ok) return client;
  const payer = await client.value.getPayer(charge.payerId);
  if (!payer.ok) {
    return payer.error.kind === 'not-found' ? ok(false) : fail(asaasFailureView(payer.error));
  }
  const { reference } = payer.value;
  const named = reference === null ? null : parseReference(reference);
  if (named?.kind === 'payer' && named.providerKey === panel.providerKey) {
    if (named.customerId === invoice.customerId) return ok(true);
  }
  const ixc = await ports.ixc(panel.origin);
  if (!ixc.ok) return ixc;
  if (ixc.value.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const customer = await ixc.value.client.customer(invoice.customerId);
  if (!customer.ok) return fail(ixcFailureView(customer.error));
  return ok(customer.value !== null && agrees(payer.value, customer.value));
}
