import type { AskedJobRow, ChargeRow } from '../../ledger/rows.ts';
import type { Settings } from '../../settings/settings.ts';
import { shownKeys } from '../panel/shown-keys.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { shownCharge } from '../send/shown-charge.ts';
import { standingOf } from '../send/standing.ts';

/** What an invoice has: the charge that speaks for it, and what was last asked for in a drawer. */
export interface InvoiceStanding {
  readonly charge: ChargeRow | null;
  readonly job: AskedJobRow | null;
  /** False: the panel's key is a guess so far, and nothing that can be paid is handed out. */
  readonly isConfirmed: boolean;
  /** False: the charge is not known to be this customer's, and nothing of it is told or handed out. */
  readonly isProven: boolean;
}

/** What the invoice has in the environment that its panel charges in. */
export async function invoiceStanding(
  ports: EnginePorts,
  settings: Settings,
  { origin, invoiceId }: { readonly origin: string; readonly invoiceId: string },
): Promise<InvoiceStanding> {
  const panel = settings.panels.find((known) => known.origin === origin);
  const environment = panel ? panelEnvironment(settings, panel) : null;
  if (!panel || environment === null) {
    return { charge: null, job: null, isConfirmed: false, isProven: true };
  }
  const keys = await shownKeys(ports.ledger, settings, panel);
  const { charges, job } = await standingOf(ports, keys, invoiceId, environment);
  const isConfirmed = panel.providerKey !== null;
  const shown = await shownCharge(ports.ledger, panel, invoiceId, charges);
  return { ...shown, job, isConfirmed };
}

/** The job is not over: another confirmation would be the same job. */
export function isUnderWay(job: AskedJobRow | null): boolean {
  return job?.activeKey !== undefined;
}

/** Differs as soon as a plan made before is about something else: another charge, or a job that ended. */
export function standingMark({
  charge,
  job,
  isProven,
}: Pick<InvoiceStanding, 'charge' | 'job' | 'isProven'>): string {
  return JSON.stringify([
    job && [job.id, isUnderWay(job)],
    charge && [charge.id, charge.status, charge.deleted, charge.value, charge.dueDate, isProven],
  ]);
}
