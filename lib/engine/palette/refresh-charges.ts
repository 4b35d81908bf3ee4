import { chargesOf } from '../../ledger/charges.ts';
import type { FailureView } from '../../messages/failure.ts';
import { shownKeys } from '../panel/shown-keys.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { readAgain } from './read-again.ts';

/** One GET each: what is older is behind what a caller asks about. */
const MOST_READ = 20;

/** Reads the charges of these invoices again now, each in its own account. Gives why not all could be. */
export async function refreshCharges(
  ports: EnginePorts,
  origin: string,
  invoiceIds: readonly string[],
): Promise<FailureView | null> {
  const settings = await ports.readSettings();
  const panel = settings.panels.find((known) => known.origin === origin);
  const environment = panel ? panelEnvironment(settings, panel) : null;
  if (!panel || environment === null) return { code: 'no-account' };
  const keys = await shownKeys(ports.ledger, settings, panel);
  const known = await Promise.all(
    invoiceIds.map((id) => chargesOf(ports.ledger, keys, id, environment)),
  );
  const failures = await Promise.all(
    known
      .flat()
      .filter(({ deleted }) => !deleted)
      .slice(0, MOST_READ)
      .map(async (charge) => {
        const account = settings.accounts.find(({ id }) => id === charge.accountId);
        if (!account) return { code: 'no-account' } as const;
        const client = await ports.asaas(account);
        return client.ok ? readAgain(ports, client.value, charge) : client.error;
      }),
  );
  return failures.find((failure) => failure !== null) ?? null;
}
