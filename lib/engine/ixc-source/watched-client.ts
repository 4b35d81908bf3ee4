import type { Result } from '../../billing/result.ts';
import type { IxcClient, IxcFailure, IxcResult } from '../../ixc/webservice/client.types.ts';

/** Sees every answer before it is handed on, and may put a better failure in its place. */
export type Watch = <T>(answer: Result<T, IxcFailure>) => IxcResult<T>;

/** The same client, watched. */
export function watchedClient(client: IxcClient, watch: Watch): IxcClient {
  return {
    invoices: async (ids) => watch(await client.invoices(ids)),
    changedInvoices: async (since, among) => watch(await client.changedInvoices(since, among)),
    invoice: async (id) => watch(await client.invoice(id)),
    closedByRenegotiation: async (id) => watch(await client.closedByRenegotiation(id)),
    findCustomers: async (search) => watch(await client.findCustomers(search)),
    openInvoicesOf: async (ids) => watch(await client.openInvoicesOf(ids)),
    openInvoices: async (from) => watch(await client.openInvoices(from)),
    customers: async (ids) => watch(await client.customers(ids)),
    customer: async (id) => watch(await client.customer(id)),
    carteira: async (id) => watch(await client.carteira(id)),
    carteiras: async () => watch(await client.carteiras()),
    accounts: async () => watch(await client.accounts()),
    filial: async (id) => watch(await client.filial(id)),
    filiais: async () => watch(await client.filiais()),
    countInvoices: async () => watch(await client.countInvoices()),
  };
}
