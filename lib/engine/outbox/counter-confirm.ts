import { livenessOf } from '../../billing/status.ts';
import type { CounterJobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import {
  counterDone,
  goneAsAsked,
  isPaidByPayer,
  isReached,
  laterCounter,
  paidMeanwhile,
} from './counter-ends.ts';
import { readTarget } from './counter-sides.ts';
import { MIN_GAP } from './quarantine.ts';
import { blockWith } from './stopping.ts';
import { release } from './store.ts';

/** Asaas's own word after the request, not the answer to it, ends the job. */
export async function confirmCounter(ports: EnginePorts, job: CounterJobRow): Promise<null> {
  const { accounts } = await ports.readSettings();
  const account = accounts.find(({ id }) => id === job.accountId);
  if (!account) return laterCounter(ports, job, { code: 'no-account' });
  const client = await ports.asaas(account);
  if (!client.ok) return laterCounter(ports, job, client.error);
  const target = await readTarget(ports, client.value, job);
  if (!target.ok) return laterCounter(ports, job, target.error);
  const { charge } = target.value;
  if (charge === null) {
    return job.step.kind === 'cancel'
      ? goneAsAsked(ports, job, target.value.row)
      : blockWith(ports, job, { code: 'check-in-asaas' });
  }
  const isLowered = job.step.kind === 'lower' && livenessOf(charge) !== 'live';
  if (isReached(job.step, charge) || isLowered) return counterDone(ports, job);
  if (isPaidByPayer(charge)) return paidMeanwhile(ports, job, charge, null);
  // Asaas took it and shows the charge as it was: an old answer, or somebody undid it.
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  return since < 2 * MIN_GAP
    ? release(ports, job, { nextAt: ports.now() + MIN_GAP })
    : blockWith(ports, job, { code: 'check-in-asaas' });
}
