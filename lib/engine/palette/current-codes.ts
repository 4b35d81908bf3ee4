import { fail, ok, type Result } from '../../billing/result.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { CopyOutcome } from '../../messages/palette.ts';
import { paymentCodes, type Codes } from '../drawer/payment-codes.ts';
import type { EnginePorts } from '../ports.ts';
import { payableCharge, type InvoiceOfPanel } from './payable.ts';
import { readAgain } from './read-again.ts';

/** Why nothing is handed out. */
export type NoCopy = Extract<CopyOutcome, { refused: unknown } | { failure: unknown }>;

/**
 * The charge of an invoice as Asaas knows it now. Codes, where they are wanted, are asked for beside the
 * reading, since the operator has the customer on the line; what the reading changed is looked at after it,
 * so that no code of a charge that was paid meanwhile is handed out.
 */
export async function currentCharge(
  ports: EnginePorts,
  about: InvoiceOfPanel,
  wants: 'codes' | 'charge',
): Promise<Result<{ readonly charge: ChargeRow; readonly codes: Codes | null }, NoCopy>> {
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
  const [codes] = await Promise.all([codesOf(charge), readAgain(ports, client.value, charge)]);
  const now = await payableCharge(ports, about);
  if (!now.ok) return fail({ refused: now.error });
  const isSame =
    now.value.id === charge.id &&
    now.value.value === charge.value &&
    now.value.dueDate === charge.dueDate &&
    now.value.status === charge.status;
  return ok({ charge: now.value, codes: isSame ? codes : await codesOf(now.value) });
}
