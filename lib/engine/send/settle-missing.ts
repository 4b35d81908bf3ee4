import { NOT_FOUND } from '../../billing/charge-status.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { settledMissing } from '../../ledger/charges.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { appendAudit } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from './locate.ts';

/** `over`: there was nothing left to settle. */
export type MissingSettlement = 'found' | 'absent' | 'over';

/**
 * A person looked at Asaas and says that a charge that it no longer finds is not there. It is looked for
 * once more, now, by its references and by its id: only where neither finds it does it stop standing in
 * the invoice's way, and the audit says who said so. Fails, and changes nothing, when Asaas cannot be read.
 */
export async function settleMissing(
  ports: EnginePorts,
  { providerKey, aliases }: Pick<PanelSettings, 'providerKey' | 'aliases'>,
  chargeId: string,
): Promise<Result<MissingSettlement, FailureView>> {
  const { ledger } = ports;
  const known = await ledger.charges.get(chargeId);
  if (known?.status !== NOT_FOUND || known.deleted) return ok('over');
  const { accounts } = await ports.readSettings();
  const account = accounts.find(({ id }) => id === known.accountId);
  if (!account) return fail({ code: 'no-account' });
  const keys = ownKeys(known.providerKey, ownKeys(providerKey, aliases));
  const located = await locateCharges(ports, [account], keys, known.invoiceId);
  if (!located.ok) return located;

  const settled = await ledger.transaction('rw', ledger.charges, ledger.audit, async () => {
    const row = await ledger.charges.get(chargeId);
    if (row?.status !== NOT_FOUND || row.deleted) return null;
    const gone = settledMissing(row, ports.now());
    await ledger.charges.put(gone);
    const detail = { charge: chargeId, cents: row.value, due: row.dueDate };
    await appendAudit(ports, { action: 'charge.missing-settled', job: about(gone), detail });
    return gone;
  });
  if (!settled) return ok('found');
  ports.events.changed(settled);
  return ok('absent');
}

function about({ accountId, providerKey, invoiceId }: ReturnType<typeof settledMissing>) {
  return { accountId, providerKey, invoiceId };
}
