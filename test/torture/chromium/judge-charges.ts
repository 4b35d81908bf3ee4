import { mayStop, stoppedBy } from '../oracle/stopped.ts';
import { addOne, type Breach, type Counts } from '../oracle/verdict.ts';
import type { Invoice, World } from '../../e2e/harness/world.ts';
import type { Ledger } from './read-ledger.ts';

/**
 * Exactly one live charge of each invoice that somebody confirmed, or a person told why there is none; and
 * none of any other. Nothing is paid or opened here, so nothing excuses a second one.
 */
export function judgeCharges(
  world: World,
  ledgers: readonly Ledger[],
  invoices: readonly Invoice[],
  ends: Counts,
): Breach[] {
  return invoices.flatMap(({ id, cents, dueDate }): Breach[] => {
    const live = world.chargesOf(id).filter(({ deleted }) => !deleted);
    const jobs = ledgers.flatMap((ledger) =>
      ledger.jobs.filter(({ invoiceId, kind }) => invoiceId === id && kind === 'create'),
    );
    const breach = (rule: string, detail: string): Breach[] => [{ rule, invoiceId: id, detail }];
    const listed = live.map((charge) => `${charge.id} ${charge.status}`).join('; ');
    if (live.length > 1) return breach('several live charges', listed);
    const [charge] = live;
    if (charge && jobs.length === 0) return breach('charged unasked', listed);
    if (charge && (charge.value !== cents || charge.dueDate !== dueDate)) {
      return breach('not what was confirmed', `${charge.value} due ${charge.dueDate}`);
    }
    if (charge) addOne(ends, 'one charge stands');
    else if (jobs.length === 0) addOne(ends, 'never confirmed');
    else if (jobs.some(mayStop)) addOne(ends, `blocked: ${jobs.flatMap(stoppedBy).join(',')}`);
    else return breach('lost', jobs.map(({ state }) => state).join(', '));
    return [];
  });
}
