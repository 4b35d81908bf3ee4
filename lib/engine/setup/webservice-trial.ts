import { isProviderKey } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { Filial, IxcClient, IxcCredentials } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { WebserviceTest } from '../../messages/pages.ts';
import { ixcFailureView } from './failures.ts';
import { explainNoAnswer } from './no-answer.ts';
import { unlessOffline } from './offline.ts';
import type { SetupPorts } from './ports.ts';

export type TrialPorts = Pick<SetupPorts, 'ixcClient' | 'ways' | 'online' | 'scripting'>;

/**
 * Counts the invoices that the token's user sees and reads the provider's main filial. Lists only. The
 * name, document and proposed key are empty when the user may not read filiais.
 */
export async function tryToken(
  ports: TrialPorts,
  credentials: IxcCredentials,
): Promise<Result<WebserviceTest, FailureView>> {
  const reached = await firstThrough(ports, credentials);
  if (!reached.ok) return reached;
  const { client, invoices } = reached.value;
  const filial = await readMainFilial(client);
  if (!filial.ok) return filial;
  const document = filial.value?.document ?? '';
  return ok({
    providerName: filial.value?.name ?? '',
    document,
    providerKey: proposeKey(document),
    invoices,
  });
}

interface Reached {
  readonly client: IxcClient;
  /** How many invoices the token's user sees. */
  readonly invoices: number;
}

/** The client of the first way that IXC answers at all; what it answers may still be a refusal. */
async function firstThrough(
  ports: TrialPorts,
  credentials: IxcCredentials,
): Promise<Result<Reached, FailureView>> {
  const { origin } = credentials;
  for (const way of ports.ways) {
    const client = ports.ixcClient(credentials, way);
    const invoices = await client.countInvoices();
    if (invoices.ok) return ok({ client, invoices: invoices.value });
    const { kind } = invoices.error;
    if (kind !== 'network' && kind !== 'certificate') {
      return fail(unlessOffline(ports, ixcFailureView(invoices.error)));
    }
    // What another way may get through is a certificate; plain http has none.
    if (!origin.startsWith('https:')) break;
  }
  return fail(await explainNoAnswer(ports, origin, { code: 'ixc-network' }));
}

/** The filial that stands for the provider: the one IXC made first. Null when none may be read. */
async function readMainFilial(client: IxcClient): Promise<Result<Filial | null, FailureView>> {
  const filiais = await client.filiais();
  if (filiais.ok) {
    const [main] = filiais.value.toSorted((a, b) => Number(a.id) - Number(b.id));
    return ok(main ?? null);
  }
  const { kind } = filiais.error;
  // The user sees invoices but not filiais: enough to charge, so only the proposal is missing.
  if (kind === 'refused' || kind === 'suspicious-empty') return ok(null);
  return fail(ixcFailureView(filiais.error));
}

function proposeKey(document: string): string {
  const key = document.toLowerCase();
  return isProviderKey(key) ? key : '';
}
