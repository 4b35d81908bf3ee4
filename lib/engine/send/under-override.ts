import { overriddenFields, withOverride } from '../../billing/payer/override.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { SendChoices, SendFacts } from '../../billing/send-plan.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import { isSpent } from '../outbox/payer/spent-override.ts';
import type { EnginePorts } from '../ports.ts';
import type { IxcReading } from './read-ixc.ts';

type Overridden = Pick<SendFacts, 'customer' | 'overridden'>;

/**
 * IXC's customer, with what was typed for this sending in place of IXC's own. It takes the right to it now,
 * not only when it was typed, counts for as long as whatever else is typed, and is good for one sending.
 */
export async function underOverride(
  ports: Pick<EnginePorts, 'overrides' | 'ledger'>,
  { security }: Pick<Settings, 'security'>,
  { origin, providerKey }: Pick<PanelSettings, 'origin' | 'providerKey'>,
  { customer, invoice }: Pick<IxcReading, 'customer' | 'invoice'>,
  { payerOverride }: SendChoices,
): Promise<Result<Overridden, FailureView>> {
  if (payerOverride === undefined) return ok({ customer, overridden: [] });
  if (security.role !== 'finance') return fail({ code: 'override-not-allowed' });
  const kept = await ports.overrides.read(origin, invoice.id);
  if (!kept.ok) return kept;
  if (kept.value?.typed.id !== payerOverride.id) return fail({ code: 'override-expired' });
  const { typed } = kept.value;
  const about = providerKey !== null && { providerKey, invoiceId: invoice.id };
  if (about && (await isSpent(ports, about, typed.id))) return fail({ code: 'override-expired' });
  return ok({ customer: withOverride(customer, typed), overridden: overriddenFields(typed) });
}

/** The confirmation is the reading of what was typed: its ten minutes begin now. */
export async function renewOverride(
  { overrides }: Pick<EnginePorts, 'overrides'>,
  origin: string,
  invoiceId: string,
): Promise<void> {
  const kept = await overrides.read(origin, invoiceId);
  if (kept.ok && kept.value) await overrides.write(origin, invoiceId, kept.value.typed);
}
