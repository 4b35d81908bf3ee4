import { createWorkbench } from '../workbench.ts';

/** One invoice confirmed in one browser, and nothing run yet. */
export async function sent(bench = createWorkbench()) {
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  const job = await bench.confirm(ports);
  return {
    bench,
    profile,
    ports,
    runner,
    job,
    state: async () => (await ports.ledger.jobs.get(job.id))?.state,
  };
}
