import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { withoutAnswer } from '../outcome.ts';
import { advance } from '../store.ts';
import { carryOutAct } from './act-carry-out.ts';
import { confirmAct } from './act-confirm.ts';
import { watchAct } from './act-watch.ts';

/**
 * What a person asked to be done with a charge. Every state but the end begins by reading; a job that
 * stopped for a person only looks.
 */
export async function stepAct(ports: EnginePorts, job: ActJobRow): Promise<JobRow | null> {
  switch (job.state) {
    case 'locating':
      return carryOutAct(ports, job);
    case 'created':
    case 'verified':
      return confirmAct(ports, job);
    case 'blocked':
      return watchAct(ports, job);
    default:
      return advance<ActJobRow>(ports, job, {
        state: 'locating',
        attempts: withoutAnswer(job.attempts),
      });
  }
}
