import type { Customer } from '../../../billing/invoice.ts';
import { withOverride } from '../../../billing/payer/override.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { ixcFailureView } from '../../setup/failures.ts';
import type { JobClient } from '../job-client.ts';

/** Whatever it is that is missing: the charge that it was typed for is there, and the record stays as it is. */
const OVER: FailureView = { code: 'payer-typed-over' };

/** IXC's customer as it is now, with what was typed for the sending that this job came with. */
export async function readCustomer(
  ports: EnginePorts,
  { settings }: Pick<JobClient, 'settings'>,
  { origin, invoiceId, customerId, override }: PayerJobRow,
): Promise<Result<Customer, FailureView>> {
  const reader = await ports.ixc(origin);
  if (!reader.ok) return reader;
  if (reader.value.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const read = await reader.value.client.customer(customerId);
  if (!read.ok) return fail(ixcFailureView(read.error));
  if (read.value === null) return fail({ code: 'ixc-suspicious-empty' });
  if (override === null) return ok(read.value);
  if (settings.security.role !== 'finance') return fail(OVER);
  const kept = await ports.overrides.read(origin, invoiceId);
  if (!kept.ok) return kept;
  return kept.value?.typed.id === override
    ? ok(withOverride(read.value, kept.value.typed))
    : fail(OVER);
}
