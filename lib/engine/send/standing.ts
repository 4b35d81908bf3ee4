import { chargesOf } from '../../ledger/charges.ts';
import type { AskedJobRow, ChargeRow } from '../../ledger/rows.ts';
import { latestJob } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';

/** What the ledger knows of one invoice in one environment, under every key of its provider. */
export interface Standing {
  readonly charges: readonly ChargeRow[];
  /** The newest one that an operator asked for, over or not. */
  readonly job: AskedJobRow | null;
}

export const NOTHING_STANDS: Standing = { charges: [], job: null };

/** Reads the ledger alone. */
export async function standingOf(
  ports: Pick<EnginePorts, 'ledger'>,
  keys: readonly string[],
  invoiceId: string,
  environment: string,
): Promise<Standing> {
  const charges = await chargesOf(ports.ledger, keys, invoiceId, environment);
  const jobs = await Promise.all(keys.map((key) => latestJob(ports, key, invoiceId, environment)));
  const [job = null] = jobs
    .filter((each) => each !== null)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  return { charges, job };
}
