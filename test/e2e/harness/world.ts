import { documentKind } from '../../../lib/billing/document.ts';
import {
  SANDBOX_KEY,
  startAsaasEmulator,
  type AsaasEmulator,
  type ChargeRecord,
} from '../../emulators/asaas/index.ts';
import {
  startIxcEmulator,
  type IxcEmulator,
  type IxcEmulatorOptions,
  type NewInvoice,
} from '../../emulators/ixc/index.ts';
import { civilDate } from '../../emulators/http/sao-paulo.ts';
import { routesTo, type Routes } from './routes.ts';
import type { Credentials } from './setup.ts';
import { startStrangerSite } from './stranger-site.ts';

/** Both emulated systems and another site, and how a browser reaches them. */
export interface World {
  readonly asaas: AsaasEmulator;
  readonly ixc: IxcEmulator;
  readonly routes: Routes;
  readonly credentials: Credentials;
  /** A new open invoice of an ordinary customer, which becomes the first row of Contas a receber. */
  newInvoice(changes?: Partial<NewInvoice>): Invoice;
  /** The charges that name this invoice in their reference, deleted ones included. */
  chargesOf(invoiceId: string): readonly ChargeRecord[];
  close(): Promise<void>;
}

/** An invoice of the emulated IXC. Value in cents, due date civil. */
export interface Invoice {
  readonly id: string;
  readonly customerId: string;
  readonly cents: number;
  readonly dueDate: string;
}

/** The customers up to here are those that tests know by name. */
const LAST_KNOWN_CUSTOMER = 30;

/** One page shows the invoices that tests know by name below all those that other tests have added. */
const ROWS = 100;

/** Nothing about the customer blocks a sending or needs anybody's eye. */
function isOrdinary(customer: ReturnType<IxcEmulator['control']['customer']>): boolean {
  return (
    customer['ativo'] === 'S' &&
    customer['filial_id'] === '1' &&
    customer['email'] !== '' &&
    documentKind(String(customer['cnpj_cpf'])) !== null
  );
}

export async function startWorld(ixcOptions: IxcEmulatorOptions = {}): Promise<World> {
  const [asaas, ixc, stranger] = await Promise.all([
    startAsaasEmulator(),
    startIxcEmulator({ ...ixcOptions, panel: { rowsPerPage: ROWS, ...ixcOptions.panel } }),
    startStrangerSite(),
  ]);
  let customer = LAST_KNOWN_CUSTOMER;
  return {
    asaas,
    ixc,
    routes: {
      ...routesTo({ asaas: asaas.port, panel: ixc.ports.https, stranger: stranger.port }),
      ...Object.fromEntries(Object.values(ixc.origins).map(({ route, port }) => [route, port])),
    },
    credentials: { asaasKey: SANDBOX_KEY, ixcToken: ixc.token },
    newInvoice(changes = {}) {
      do customer += 1;
      while (!isOrdinary(ixc.control.customer(String(customer))));
      const customerId = String(customer);
      const row = ixc.control.addInvoice({
        customerId,
        cents: 129_90,
        dueDate: civilDateIn(12),
        ...changes,
      });
      return {
        id: String(row['id']),
        customerId: String(row['id_cliente']),
        cents: changes.cents ?? 129_90,
        dueDate: String(row['data_vencimento']),
      };
    },
    chargesOf: (invoiceId) =>
      asaas.control
        .snapshot()
        .accounts.flatMap(({ charges }) => charges)
        .filter(({ externalReference }) => externalReference?.endsWith(`:${invoiceId}`)),
    async close() {
      await Promise.all([asaas.close(), ixc.close(), stranger.close()]);
    },
  };
}

/** Civil date in São Paulo so many days from now. */
export function civilDateIn(days: number): string {
  return civilDate(Date.now() + days * 86_400_000);
}
