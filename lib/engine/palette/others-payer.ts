import type { AsaasClient } from '../../asaas/client.types.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { customerOf, isSomebodyElse } from '../send/whose-payer.ts';
import { customerCharged } from './charged-for.ts';
import { PATIENCE } from './freshness.ts';

/*
 * A payer that was found to be the customer stays that, and is asked for once. No name and no document: which
 * customer of IXC it was.
 */
const proofName = (origin: string, chargeId: string) => `payer-is:${origin}:${chargeId}`;

/**
 * Whether a charge of which the ledger does not know whom it was made for is somebody else's, by its payer at
 * Asaas and IXC's customer, both asked at the same time and beside the `reading` of the invoice. Where one of
 * them cannot be asked in time, nobody says so.
 */
export async function isOthersPayer(
  ports: EnginePorts,
  client: AsaasClient,
  origin: string,
  charge: ChargeRow,
  reading: Promise<unknown>,
): Promise<boolean> {
  const { ledger } = ports;
  const known = () => ledger.invoices.get([origin, charge.invoiceId]);
  // Of one that was never read, whose it is has to be heard first.
  const invoice = (await known()) ?? (await reading.then(known));
  if (!invoice || (await customerCharged(ledger, origin, charge, invoice)) !== null) return false;
  const { customerId } = invoice;
  const key = proofName(origin, charge.id);
  const isKnown = (await ledger.meta.get(key))?.value === customerId;
  if (isKnown || (await isPayersNow(ports, client, origin, charge, customerId))) {
    await reading;
    return (await known())?.customerId !== customerId;
  }
  return true;
}

/** Whether the charge's payer is the customer, as far as the two can be asked now; that he is, is kept. */
async function isPayersNow(
  ports: EnginePorts,
  client: AsaasClient,
  origin: string,
  { id, payerId }: ChargeRow,
  customerId: string,
): Promise<boolean> {
  const panel = (await ports.readSettings()).panels.find((known) => known.origin === origin);
  const [payer, customer] = await Promise.all([
    client.getPayer(payerId),
    inTime(customerOf(ports, origin, customerId)),
  ]);
  if (!panel || !payer.ok || customer === null) return true;
  if (isSomebodyElse(payer.value, customer, panel)) return false;
  await ports.ledger.meta.put({ key: proofName(origin, id), value: customerId });
  return true;
}

async function inTime<T>(asked: Promise<T | null>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  const answer = await Promise.race([asked.catch(() => null), late]);
  clearTimeout(timer);
  return answer;
}
