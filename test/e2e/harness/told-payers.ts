import { askWorker, type ExtensionPages } from './ask-worker.ts';
import type { World } from './world.ts';

/** One request of the standardisation. */
export const BATCH = { method: 'PUT', path: '/v3/notifications/batch' } as const;

/** From now on Asaas tells payers, as the options page stores it; gives the provider's key. */
export async function letAsaasTell(session: ExtensionPages): Promise<string> {
  const setup = await askWorker(session, { verb: 'setup/read' });
  const { sending, panels } = setup as {
    readonly sending: object;
    readonly panels: readonly { readonly providerKey: string }[];
  };
  await askWorker(session, { ...sending, verb: 'sending/save', notifier: 'asaas' });
  return panels[0]?.providerKey ?? '';
}

/** The account of the tests, with all that is in it. */
function sandboxAccount(world: World) {
  const found = world.asaas.control
    .snapshot()
    .accounts.find(({ environment }) => environment === 'sandbox');
  if (!found) throw new Error('no account');
  return found;
}

/** So many payers of ours, and as many of somebody else's. */
export function seedPayers(world: World, providerKey: string, count: number): void {
  const { id } = sandboxAccount(world);
  for (let at = 1; at <= count; at += 1) {
    const body = { name: 'Cliente Exemplo', email: `c${at}@provedor.example` };
    const cpfCnpj = '52998224725';
    const externalReference = `ixc:${providerKey}:c:${9000 + at}`;
    world.asaas.control.seedCustomer(id, { ...body, cpfCnpj, externalReference });
    world.asaas.control.seedCustomer(id, { ...body, cpfCnpj, externalReference: `LOJA-${at}` });
  }
}

const isOurs = (reference: string | null) => reference !== null && /^ixc:.+:c:/.test(reference);

/** How many of the payers, ours or others', are still told anything by SMS. */
export function toldBySms(world: World, ours: boolean): number {
  const { customers, notifications } = sandboxAccount(world);
  const chosen = customers.filter(({ externalReference }) => isOurs(externalReference) === ours);
  return chosen.filter(({ id }) =>
    notifications.some(
      ({ customer, enabled, smsEnabledForCustomer }) =>
        customer === id && enabled && smsEnabledForCustomer,
    ),
  ).length;
}

/** The notices of payments that are overdue, as far as they are not told by SMS. */
export function overdueWithoutSms(world: World) {
  return sandboxAccount(world).notifications.filter(
    ({ event, scheduleOffset, smsEnabledForCustomer }) =>
      event === 'PAYMENT_OVERDUE' && scheduleOffset === 0 && !smsEnabledForCustomer,
  );
}
