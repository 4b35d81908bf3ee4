import { KEY } from '../../../fixtures/provider.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { onlyCharge, planNow } from '../readings.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';

/** Requests that take a charge back, for faults and for counting. */
export const DELETE = { method: 'DELETE', path: '/v3/payments/*' } as const;

export const NEW_REFERENCE = `ixc:${KEY}:2002`;

/** The charge of the new invoice, if it has one. */
export const created = ({ asaas }: Workbench) =>
  asaas.charges(NEW_REFERENCE).filter(({ deleted }) => !deleted);

export const deletions = ({ asaas }: Workbench) => asaas.requests(DELETE);

/** An invoice that was sent and then renegotiated into another one, which is not sent yet. */
export async function renegotiated(bench = createWorkbench()) {
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  await bench.confirm(ports);
  await runner.run();
  await letPass(bench, [runner], 12);
  const old = onlyCharge(bench);
  const before = bench.ixc.invoice;
  bench.ixc.predecessors = [{ ...before, renegotiated: true }];
  bench.ixc.invoice = { ...before, id: '2002', bornFromRenegotiation: '88' };
  bench.asaas.clearRequests();
  return { bench, profile, ports, runner, old };
}

/** The same, once the operator said that the old charge is to be replaced. */
export async function replacing(bench?: Workbench) {
  const all = await renegotiated(bench);
  const job = await all.bench.confirm(all.ports, { replacePredecessors: [all.old.id] });
  const { jobs } = all.ports.ledger;
  return {
    ...all,
    job,
    stored: () => jobs.get(job.id),
    deletion: async () => (await jobs.toArray()).find(({ kind }) => kind === 'delete'),
  };
}

/** Whether the old charge can still be paid, as Asaas has it. */
export const isOldLive = ({
  bench,
  old,
}: Pick<Awaited<ReturnType<typeof renegotiated>>, 'bench' | 'old'>) =>
  !bench.asaas.charge(old.id).deleted;

/** What the drawer of the new invoice would propose now. */
export const planOfNew = (bench: Workbench, ports: EnginePorts) =>
  planNow(bench, ports, {}, '2002');
