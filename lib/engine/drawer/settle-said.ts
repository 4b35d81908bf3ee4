import { ok, type Result } from '../../billing/result.ts';
import type { SendPlan } from '../../billing/send-plan.types.ts';
import type { AskedJobRow } from '../../ledger/rows.ts';
import type { DrawerRequest } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import { settleUnknown } from '../outbox/settle.ts';
import type { EnginePorts } from '../ports.ts';
import { settleMissing } from '../send/settle-missing.ts';

/** A person looked at Asaas, and says that something is not there. */
export type Said = Extract<DrawerRequest, { verb: 'settle-unknown' | 'settle-missing' }>;

interface About {
  readonly origin: string;
  readonly job: AskedJobRow | null;
  readonly plan: SendPlan | null;
}

/** Looks once more and settles it. A drawer speaks only for its own sending, and for a charge it asked about. */
export async function settleSaid(
  ports: EnginePorts,
  { origin, job, plan }: About,
  said: Said,
): Promise<Result<unknown, FailureView>> {
  if (said.verb === 'settle-unknown') {
    return job?.id === said.jobId ? settleUnknown(ports, job.id) : ok('over');
  }
  const isAsked =
    plan?.kind === 'blocked' &&
    plan.reasons.some(
      ({ code, params }) => code === 'charge-not-found' && params?.['charge'] === said.chargeId,
    );
  const { panels } = await ports.readSettings();
  const panel = panels.find((known) => known.origin === origin);
  return isAsked && panel ? settleMissing(ports, panel, said.chargeId) : ok('over');
}
