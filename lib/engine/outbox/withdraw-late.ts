import { environmentOf } from '../../ledger/charges.ts';
import type { ChargeRow, CreateJobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { activeKey } from './active-key.ts';
import { ownCharge } from './locating.ts';
import { isOwnJob } from './own-codes.ts';
import { isRetractable } from './verify.ts';

/**
 * A charge that a sweep met is that of a sending which was called off, and which ended without finding it: the
 * job looks once more, and has it deleted. Not where something was asked for since: that job sees to both.
 */
export async function withdrawLate(ports: EnginePorts, charge: ChargeRow): Promise<void> {
  if (!isRetractable(charge)) return;
  const { ledger } = ports;
  const { providerKey, invoiceId } = charge;
  const key = activeKey(environmentOf(charge.accountId), providerKey, invoiceId);
  const again = await ledger.transaction('rw', ledger.jobs, async () => {
    const jobs = await ledger.jobs
      .where('[providerKey+invoiceId]')
      .equals([providerKey, invoiceId])
      .toArray();
    const [newest] = jobs
      .filter((job): job is CreateJobRow => job.kind === 'create' && isOwnJob(ports, job))
      .toSorted((a, b) => b.createdAt - a.createdAt);
    const isOver = newest?.state === 'cancelled' && newest.cancelAskedAt !== undefined;
    if (!isOver || newest.accountId !== charge.accountId || !ownCharge(newest, [charge]))
      return null;
    if ((await ledger.jobs.where('activeKey').equals(key).count()) > 0) return null;
    const { revision } = newest;
    const due = { state: 'unknown', tries: 0, nextAt: ports.now() } as const;
    await ledger.jobs.put({ ...newest, ...due, activeKey: key, revision: revision + 1 });
    return newest;
  });
  if (again) ports.events.changed(again);
}
