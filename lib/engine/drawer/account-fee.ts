import type { AsaasClient } from '../../asaas/client.types.ts';
import type { BillingType } from '../../billing/charge.ts';
import { cents, type Cents } from '../../billing/money.ts';
import type { EnginePorts } from '../ports.ts';

/** A fee table read this recently is not read again. ms. */
const DAY = 24 * 60 * 60_000;

interface KeptFees {
  readonly boleto: number | null;
  readonly pix: number | null;
  readonly readAt: number;
}

function isKeptFees(value: unknown): value is KeptFees {
  return (
    typeof value === 'object' &&
    value !== null &&
    'readAt' in value &&
    'boleto' in value &&
    'pix' in value
  );
}

/**
 * What Asaas will keep of a charge, from the account's own table, in cents. When the payer chooses the
 * method, the dearer one is given. Null when the key may not read the table.
 */
export async function accountFee(
  ports: EnginePorts,
  client: AsaasClient,
  accountId: string,
  billingType: BillingType,
): Promise<Cents | null> {
  const key = `fees:${accountId}`;
  const stored = (await ports.ledger.meta.get(key))?.value;
  let fees = isKeptFees(stored) && ports.now() - stored.readAt < DAY ? stored : null;
  if (fees === null) {
    const answer = await client.fees();
    if (!answer.ok) return null;
    fees = { boleto: answer.value.boleto, pix: answer.value.pix, readAt: ports.now() };
    await ports.ledger.meta.put({ key, value: fees });
  }
  const { boleto, pix } = fees;
  const known = [
    billingType === 'PIX' ? null : boleto,
    billingType === 'BOLETO' ? null : pix,
  ].flatMap((fee) => fee ?? []);
  return known.length === 0 ? null : cents(Math.max(...known));
}
