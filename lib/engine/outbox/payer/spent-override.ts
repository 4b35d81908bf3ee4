import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';

type OfInvoice = Pick<JobRow, 'origin' | 'providerKey' | 'invoiceId'>;

/** The jobs of an invoice that use or used what was typed under this id. */
async function jobsWith(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  { providerKey, invoiceId }: Pick<JobRow, 'providerKey' | 'invoiceId'>,
  id: string,
): Promise<readonly JobRow[]> {
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  return jobs.filter((job) => {
    if (job.kind === 'payer') return job.override === id;
    return (job.kind === 'create' || job.kind === 'change') && job.choices.payerOverride?.id === id;
  });
}

/** Whether the one sending that something was typed for is through, or was called off. */
export async function isSpent(
  ports: Pick<EnginePorts, 'ledger'>,
  about: Pick<JobRow, 'providerKey' | 'invoiceId'>,
  id: string,
): Promise<boolean> {
  const jobs = await jobsWith(ports, about, id);
  return jobs.some(
    ({ kind, state, chargeId }) =>
      kind !== 'payer' && (state === 'done' || state === 'cancelled' || chargeId !== null),
  );
}

/** Erases what was typed once its charge is there and no update of the payer needs it any more. */
export async function forgetTyped(
  ports: Pick<EnginePorts, 'ledger' | 'overrides'>,
  { origin, providerKey, invoiceId }: OfInvoice,
  id: string,
): Promise<void> {
  const about = { providerKey, invoiceId };
  const jobs = await jobsWith(ports, about, id);
  const isNeeded = jobs.some(({ kind, activeKey }) => kind === 'payer' && activeKey !== undefined);
  if (isNeeded || !(await isSpent(ports, about, id))) return;
  const kept = await ports.overrides.read(origin, invoiceId);
  // Typed anew since, for another sending.
  if (!kept.ok || kept.value?.typed.id !== id) return;
  await ports.overrides.remove(origin, invoiceId);
}
