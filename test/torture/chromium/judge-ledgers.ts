import { livenessOf } from '../../../lib/billing/status.ts';
import type { AlertKind } from '../../../lib/ledger/rows.ts';
import type { World } from '../../e2e/harness/world.ts';
import { mayStop, stoppedBy } from '../oracle/stopped.ts';
import { addOne, type Breach, type Counts } from '../oracle/verdict.ts';
import { isUnderWay } from './outlast.ts';
import type { Ledger } from './read-ledger.ts';

/** Both ledgers say of every charge what Asaas says, every job came to an end, and nobody was told what is not. */
export function judgeLedgers(world: World, ledgers: readonly Ledger[], ends: Counts): Breach[] {
  return ledgers.flatMap((ledger) => [
    ...judgeRows(world, ledger),
    ...judgeJobs(ledger, ends),
    ...judgeAlerts(ledger, ends),
  ]);
}

function judgeRows(world: World, { name, charges }: Ledger): Breach[] {
  const rows = new Map(charges.map((row) => [row.id, row]));
  const held = world.asaas.control.snapshot().accounts.flatMap(({ charges: all }) => all);
  return held.flatMap((charge): Breach[] => {
    const row = rows.get(charge.id);
    const breach = (what: string): Breach[] => [
      { rule: 'ledger differs', invoiceId: row?.invoiceId ?? null, detail: `${name}: ${what}` },
    ];
    if (!charge.externalReference?.startsWith('ixc:')) return [];
    if (charge.deleted) {
      // The other browser took it back; the hourly sweep of new charges tells of that.
      const isNews = (row?.seenAt ?? 0) < deletedAt(world, charge.id);
      const isWrong = row !== undefined && livenessOf(row) === 'live' && !isNews;
      return isWrong ? breach(`${charge.id} ${row.status}, and was deleted before`) : [];
    }
    if (!row) return breach(`does not know ${charge.id}, which is ${charge.status}`);
    if (row.deleted) return breach(`${charge.id} deleted, and is not`);
    return (['status', 'value', 'dueDate'] as const).flatMap((field) =>
      row[field] === charge[field]
        ? []
        : breach(`${charge.id} ${field} ${row[field]}, and is ${charge[field]}`),
    );
  });
}

/** When Asaas carried the deletion out, ms since the epoch. */
function deletedAt({ asaas }: World, id: string): number {
  const deletion = asaas.control.requests().find(({ method, path, carriedOutAt }) => {
    return method === 'DELETE' && path === `/v3/payments/${id}` && carriedOutAt !== null;
  });
  return deletion?.carriedOutAt ?? 0;
}

function judgeJobs({ name, jobs }: Ledger, ends: Counts): Breach[] {
  return jobs.flatMap((job): Breach[] => {
    const breach = (rule: string): Breach[] => {
      const detail = `${name}, ${job.kind}: ${job.state} ${stoppedBy(job).join(',')}`;
      return [{ rule, invoiceId: job.invoiceId, detail }];
    };
    addOne(ends, `job ${job.kind} ${job.state} ${stoppedBy(job).join(',')}`.trimEnd());
    if (isUnderWay(job)) return breach('a job that never ends');
    if (job.state === 'blocked' && !mayStop(job)) return breach('blocked by what never was');
    return [];
  });
}

/** Nothing is paid, opened or received at the counter here, and no key lapses. */
const POSSIBLE: readonly AlertKind[] = ['several-live'];

function judgeAlerts({ name, alerts }: Ledger, ends: Counts): Breach[] {
  return alerts.flatMap(({ kind, invoiceId }): Breach[] => {
    addOne(ends, `alert ${kind}`);
    if (POSSIBLE.includes(kind)) return [];
    return [{ rule: 'an alert of what never was', invoiceId, detail: `${name}: ${kind}` }];
  });
}
