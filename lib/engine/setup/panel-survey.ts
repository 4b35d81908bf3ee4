import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcClient, IxcResult } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSurvey } from '../../messages/pages.ts';
import { rememberFiliais } from '../send/filial-document.ts';
import { ixcFailureView } from './failures.ts';
import { findKeys } from './found-keys.ts';
import { surveyCarteira } from './carteira-checks.ts';
import { unlessOffline } from './offline.ts';
import { accountsOf } from './panel-routing.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

type SurveyPorts = Pick<SetupPorts, 'settings' | 'ixc' | 'asaas' | 'ledger' | 'online'>;

/**
 * Everything the operator chooses from when accounts are mapped: filiais, carteiras with what is wrong in
 * them, contas, and the keys that charges carry already. What cannot be read is listed and hides nothing
 * else. Reads only.
 */
export async function surveyPanel(
  ports: SurveyPorts,
  origin: string,
): Promise<Result<PanelSurvey, FailureView>> {
  const { panels, accounts, sending } = await ports.settings.read();
  const panel = findPanel({ panels }, origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  const used = accountsOf(panel);
  const [client, found] = await Promise.all([
    readerOf(ports, origin),
    findKeys(
      ports,
      accounts.filter(({ id }) => used.has(id)),
    ),
  ]);

  const failures: PanelSurvey['failures'][number][] = [];
  const take = async <T>(
    what: PanelSurvey['failures'][number]['what'],
    read: (client: IxcClient) => IxcResult<readonly T[]>,
  ): Promise<readonly T[]> => {
    const answer = await readWith(client, read);
    if (answer.ok) return answer.value;
    failures.push({ what, failure: unlessOffline(ports, answer.error) });
    return [];
  };
  // One after another: IXC servers are small, and this is read once in a while.
  const filiais = await take('filiais', (each) => each.filiais());
  // The account's CNPJ is compared with theirs where nothing reads IXC; whatever does reads them anew.
  await rememberFiliais(ports.ledger, origin, filiais, 0);
  const carteiras = await take('carteiras', (each) => each.carteiras());
  const contas = await take('contas', (each) => each.accounts());
  if (found.failure) {
    failures.push({ what: 'keys', failure: unlessOffline(ports, found.failure) });
  }

  const filialIds = filiais.map(({ id }) => id);
  return ok({
    filiais,
    carteiras: carteiras.map((each) => surveyCarteira(each, panel, sending, filialIds)),
    contas: contas
      .filter(({ active }) => active)
      .map(({ id, name, planejamentoId }) => ({ id, name, planejamentoId })),
    keysFound: found.keys,
    failures,
  });
}

async function readerOf(
  { ixc }: Pick<SetupPorts, 'ixc'>,
  origin: string,
): Promise<Result<IxcClient, FailureView>> {
  const reader = await ixc(origin);
  if (!reader.ok) return reader;
  return reader.value.source === 'hand' ? fail({ code: 'ixc-by-hand' }) : ok(reader.value.client);
}

async function readWith<T>(
  client: Result<IxcClient, FailureView>,
  read: (client: IxcClient) => IxcResult<readonly T[]>,
): Promise<Result<readonly T[], FailureView>> {
  if (!client.ok) return client;
  const answer = await read(client.value);
  return answer.ok ? answer : fail(ixcFailureView(answer.error));
}
