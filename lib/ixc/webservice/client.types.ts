import type { Carteira, Customer, Invoice } from '../../billing/invoice.ts';
import type { Result } from '../../billing/result.ts';

/** Which webservice, and with whose token. */
export interface IxcCredentials {
  /** Panel origin, e.g. `https://painel.provedor.example`. */
  readonly origin: string;
  /** `id:hash` or its base64, as the operator pasted it. */
  readonly token: string;
}

/** Why IXC gave no usable answer. Most come with HTTP 200. */
export type IxcFailure =
  | { readonly kind: 'not-sent'; readonly why: 'host-refused' | 'permission-missing' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'ip-not-allowed'; readonly detail: string }
  /**
   * `type: error` with IXC's own words, tags stripped. `madeId`: it names a record all the same, and what was
   * asked for may have been done.
   */
  | { readonly kind: 'refused'; readonly detail: string; readonly madeId?: string }
  /** HTML where JSON belongs; its text, stripped. */
  | { readonly kind: 'html'; readonly detail: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  /** The browser knows that there is no network at all. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'rubbish'; readonly detail: string }
  /** An empty list that the probe could not confirm: a column name this base does not know. */
  | { readonly kind: 'suspicious-empty' }
  /** Records came that were not asked for: this base does not heed the condition. */
  | { readonly kind: 'filter-ignored' }
  /** This source has no way to read that. */
  | { readonly kind: 'unsupported' }
  /** The operator's session: no tab of the panel is open. */
  | { readonly kind: 'no-tab' }
  /** The operator's session: nobody is logged in to the panel. */
  | { readonly kind: 'logged-out' }
  /** The operator's session: a record that lacks what every real one has, or whose values are ambiguous. */
  | { readonly kind: 'session-unusable'; readonly detail: string }
  /** The panel is open in a tab, but neither worker nor document gets through to it. */
  | { readonly kind: 'certificate' }
  /** Something on the way answers in the panel's place. */
  | { readonly kind: 'captive-portal' };

export type IxcResult<T> = Promise<Result<T, IxcFailure>>;

export interface Filial {
  readonly id: string;
  readonly name: string;
  /** CNPJ, digits and letters only; empty when absent. */
  readonly document: string;
}

/** One `contas` record: where money is received in IXC. */
export interface IxcAccount {
  readonly id: string;
  readonly name: string;
  readonly planejamentoId: string | null;
  readonly active: boolean;
}

/**
 * Whom to look for: by a whole CPF or CNPJ, punctuated or not, by a telephone (area code and number, digits
 * only), or by how the name begins.
 */
export type CustomerSearch =
  { readonly document: string } | { readonly phone: string } | { readonly name: string };

/** Some open invoices in the order of their ids. */
export interface OpenInvoicePage {
  readonly invoices: readonly Invoice[];
  /** The id to go on from; null: there are no more. */
  readonly next: string | null;
}

/**
 * Reads only. Over the webservice every method is a list with the header `ixcsoft: listar`; what a source
 * cannot read is `unsupported` (see docs/fontes.md).
 */
export interface IxcClient {
  /** By id, in blocks of at most 400. Ids that IXC does not know are missing from the answer. */
  readonly invoices: (ids: readonly string[]) => IxcResult<readonly Invoice[]>;
  /**
   * Those whose `ultima_atualizacao` is not before `since` (`YYYY-MM-DD HH:mm:ss`, the server's own time).
   * `among` leaves out every other id (400 at most). Fails with `filter-ignored` when others came too. An
   * empty answer proves nothing by itself: some bases answer a column they lack with an empty list.
   */
  readonly changedInvoices: (
    since: string,
    among?: readonly string[],
  ) => IxcResult<readonly Invoice[]>;
  readonly invoice: (id: string) => IxcResult<Invoice | null>;
  /** The invoices that a renegotiation closed (`id_renegociacao`). */
  readonly closedByRenegotiation: (renegotiationId: string) => IxcResult<readonly Invoice[]>;
  /** Customers of this document or telephone, or the first ones (60 at most) whose `razao` begins so. */
  readonly findCustomers: (search: CustomerSearch) => IxcResult<readonly Customer[]>;
  /** Open and partly open invoices of these customers (20 at most), the oldest due date first, 200 at most. */
  readonly openInvoicesOf: (customerIds: readonly string[]) => IxcResult<readonly Invoice[]>;
  /** Every open and partly open invoice, some hundred at a time, from one id on. */
  readonly openInvoices: (from: string) => IxcResult<OpenInvoicePage>;
  /** By id, in blocks of at most 400. Ids that IXC does not know are missing from the answer. */
  readonly customers: (ids: readonly string[]) => IxcResult<readonly Customer[]>;
  readonly customer: (id: string) => IxcResult<Customer | null>;
  readonly carteira: (id: string) => IxcResult<Carteira | null>;
  readonly carteiras: () => IxcResult<readonly Carteira[]>;
  readonly accounts: () => IxcResult<readonly IxcAccount[]>;
  readonly filiais: () => IxcResult<readonly Filial[]>;
  readonly filial: (id: string) => IxcResult<Filial | null>;
  /** How many invoices the token's user sees. */
  readonly countInvoices: () => IxcResult<number>;
}
