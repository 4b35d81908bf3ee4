import type { CounterJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { carryOutCounter } from './counter-carry-out.ts';
import { confirmCounter } from './counter-confirm.ts';
import { withoutAnswer } from './outcome.ts';
import { advance } from './store.ts';

/**
 * Closes, lowers or cancels a charge. Nobody confirmed it, so every state but the end begins by reading
 * both sides, and what is asked for must still follow from them.
 */
export async function stepCounter(ports: EnginePorts, job: CounterJobRow): Promise<JobRow | null> {
  switch (job.state) {
    case 'locating':
      return carryOutCounter(ports, job);
    case 'created':
      return confirmCounter(ports, job);
    default:
      return advance(ports, job, { state: 'locating', attempts: withoutAnswer(job.attempts) });
  }
}
