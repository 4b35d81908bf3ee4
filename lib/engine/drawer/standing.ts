import { chargesOf, environmentOf, representative } from '../../ledger/charges.ts';
import type { AskedJobRow, ChargeRow } from '../../ledger/rows.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { latestJob } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';

/** What an invoice has: the charge that speaks for it, and what was last asked for in a drawer. */
export interface Standing {
  readonly charge: ChargeRow | null;
  readonly job: AskedJobRow | null;
}

/** What the invoice has in the environment that its panel charges in. */
export async function standingOf(
  ports: EnginePorts,
  panel: PanelSettings | undefined,
  invoiceId: string,
): Promise<Standing> {
  if (!panel?.providerKey || panel.accountId === null) return { charge: null, job: null };
  const environment = environmentOf(panel.accountId);
  const charges = await chargesOf(ports.ledger, panel.providerKey, invoiceId, environment);
  const job = await latestJob(ports, panel.providerKey, invoiceId, environment);
  return { charge: representative(charges), job };
}

/** The job is not over: another confirmation would be the same job. */
export function isUnderWay(job: AskedJobRow | null): boolean {
  return job?.activeKey !== undefined;
}

/** Differs as soon as a plan made before is about something else: another charge, or a job that ended. */
export function standingMark({ charge, job }: Standing): string {
  return JSON.stringify([
    job && [job.id, isUnderWay(job)],
    charge && [charge.id, charge.status, charge.deleted, charge.value, charge.dueDate],
  ]);
}
