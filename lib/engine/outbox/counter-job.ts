import type { CounterJobRow, CounterStep, JobRow } from '../../ledger/rows.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { blank, enqueue } from './enqueue.ts';

/** What the counter did to one charge's invoice, as the sweep of IXC found it. */
export interface CounterWork {
  readonly account: AccountSettings;
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly targetId: string;
  readonly step: CounterStep;
  /** A person asked for it, in a window, and said why. */
  readonly asked?: true;
  readonly reason?: string;
  /** The job that stopped and is tried anew. */
  readonly retries?: string;
}

/** Writes the intent to bring a charge to what the counter did, or gives the one that is under way for it. */
export async function enqueueCounter(ports: EnginePorts, work: CounterWork): Promise<JobRow> {
  const { account, origin, providerKey, invoiceId, targetId, step, asked, reason, retries } = work;
  const job: CounterJobRow = {
    ...blank(ports),
    kind: 'counter',
    activeKey: `counter:${targetId}`,
    accountId: account.id,
    environment: account.environment,
    origin,
    providerKey,
    invoiceId,
    targetId,
    step,
    chargeValue: (await ports.ledger.charges.get(targetId))?.value ?? null,
    ...(asked === undefined ? {} : { asked }),
  };
  return enqueue(ports, job, 'job.counter-queued', {
    charge: targetId,
    step: { ...step },
    ...(asked === undefined ? {} : { asked }),
    ...(reason === undefined ? {} : { reason }),
    ...(retries === undefined ? {} : { retries }),
  });
}
