import { fail, ok, type Result } from '../../billing/result.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { CopyOutcome } from '../../messages/palette.ts';
import { paymentCodes, type Codes } from '../drawer/payment-codes.ts';
import type { EnginePorts } from '../ports.ts';
import { isOthersPayer } from './others-payer.ts';
import { payableCharge, type InvoiceOfPanel } from './payable.ts';
import { readAgain } from './read-again.ts';
import { readInvoicesAgain } from './read-invoices.ts';

/** Why nothing is handed out. */
export type NoCopy = Extract<CopyOutcome, { refused: unknown } | { failure: unknown }>;

/** A charge that may be handed out. */
export interface CurrentCharge {
  readonly charge: ChargeRow;
  readonly codes: Codes | null;
  /** Why Asaas or IXC could not be asked again: what was known is all that speaks for the charge. */
  readonly unread: FailureView | null;
}

/** Asks IXC for the invoice again; several charges at once share one question. */
type ReadInvoice = () => Promise<FailureView | null>;

/**
 * The charge of an invoice as Asaas and IXC know it now. Everything is asked for at the same time, codes too
 * where they are wanted, since the operator has the customer on the line; what the readings changed is looked
 * at after them, so that no code of a charge that was paid meanwhile is handed out, here or at the counter.
 */
export async function currentCharge(
  ports: EnginePorts,
  about: InvoiceOfPanel,
  wants: 'codes' | 'charge',
  readInvoice: ReadInvoice = () => readInvoicesAgain(ports, about.origin, [about.invoiceId]),
): Promise<Result<CurrentCharge, NoCopy>> {
  const known = await payableCharge(ports, about);
  if (!known.ok) return fail({ refused: known.error });
  const charge = known.value;
  const { accounts } = await ports.readSettings();
  const account = accounts.find(({ id }) => id === charge.accountId);
  const client = account ? await ports.asaas(account) : null;
  if (client === null) return fail({ failure: { code: 'no-account' } });
  if (!client.ok) return fail({ failure: client.error });

  const codesOf = (row: ChargeRow) =>
    wants === 'codes' ? paymentCodes(ports, client.value, row) : null;
  const reading = readInvoice();
  const [codes, atAsaas, inIxc, isOthers] = await Promise.all([
    codesOf(charge),
    readAgain(ports, client.value, charge),
    reading,
    isOthersPayer(ports, client.value, about.origin, charge, reading),
  ]);
  if (isOthers) return fail({ refused: 'unproven' });
  const now = await payableCharge(ports, about);
  if (!now.ok) return fail({ refused: now.error });
  const isSame = isSameCharge(now.value, charge);
  const unread = atAsaas ?? inIxc;
  return ok({ charge: now.value, codes: isSame ? codes : await codesOf(now.value), unread });
}

/** `currentCharge` of several invoices of one panel at once, without codes. */
export async function currentCharges(
  ports: EnginePorts,
  origin: string,
  invoiceIds: readonly string[],
): Promise<readonly Result<CurrentCharge, NoCopy>[]> {
  const reading = readInvoicesAgain(ports, origin, invoiceIds);
  return Promise.all(
    invoiceIds.map((invoiceId) =>
      currentCharge(ports, { origin, invoiceId }, 'charge', () => reading),
    ),
  );
}

/** Whether two readings of a charge say the same to whoever has to pay it. */
export function isSameCharge(one: ChargeRow, other: ChargeRow): boolean {
  return (
    one.id === other.id &&
    one.value === other.value &&
    one.dueDate === other.dueDate &&
    one.status === other.status &&
    one.deleted === other.deleted
  );
}
