import { chargesOf } from '../../ledger/charges.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Settings } from '../../settings/settings.ts';
import { shownKeys } from '../panel/shown-keys.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { locateCharges } from '../send/locate.ts';
import { readAgain } from './read-again.ts';

/** Charges and invoices together: what is older is behind what a caller asks about. */
const MOST_READ = 20;

/**
 * Reads the charges of these invoices again now, each in its own account, and looks in every account of the
 * panel's environment for a charge of those that seem to have none: somebody else may have made one that no
 * sweep has met yet. Gives why not all could be.
 */
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
  const accounts = settings.accounts.filter((account) => account.environment === environment);
  const search = async (invoiceId: string) => {
    const located = await locateCharges(ports, accounts, keys, invoiceId, 'sparing');
    return located.ok ? null : located.error;
  };
  const readings = await Promise.all(
    invoiceIds.map(async (id) => {
      const known = await chargesOf(ports.ledger, keys, id, environment);
      const standing = known.filter(({ deleted }) => !deleted);
      if (standing.length === 0) return [() => search(id)];
      return standing.map((charge) => () => readOne(ports, settings, charge));
    }),
  );
  const failures = await Promise.all(
    readings
      .flat()
      .slice(0, MOST_READ)
      .map((read) => read()),
  );
  return failures.find((failure) => failure !== null) ?? null;
}

async function readOne(
  ports: EnginePorts,
  { accounts }: Pick<Settings, 'accounts'>,
  charge: ChargeRow,
): Promise<FailureView | null> {
  const account = accounts.find(({ id }) => id === charge.accountId);
  if (!account) return { code: 'no-account' };
  const client = await ports.asaas(account);
  return client.ok ? readAgain(ports, client.value, charge) : client.error;
}
