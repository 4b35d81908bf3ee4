import { addDays, todayInSaoPaulo } from '../../billing/calendar.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';

/**
 * Whether a charge's boleto is known to be payable no more: it is overdue for longer than the days of
 * registration that it was created with. Of one made elsewhere, or with the account's own days, only
 * Asaas can tell.
 */
export async function hasRegistrationLapsed(
  { ledger, clock }: Pick<EnginePorts, 'ledger' | 'clock'>,
  { id, status, dueDate, providerKey, invoiceId }: ChargeRow,
): Promise<boolean> {
  if (status !== 'OVERDUE') return false;
  const jobs = await ledger.jobs.where({ providerKey, invoiceId }).toArray();
  const maker = jobs.find((job) => job.kind === 'create' && job.chargeId === id);
  const days = maker?.kind === 'create' ? (maker.draft?.terms.registrationDays ?? null) : null;
  return days !== null && todayInSaoPaulo(clock.now()) > addDays(dueDate, days);
}
