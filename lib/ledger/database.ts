import { Dexie, type EntityTable, type Table } from 'dexie';
import type { VaultRecord } from '../vault/vault-store.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { ChargeRow, CodesRow, InvoiceRow, JobRow, MetaRow } from './rows.ts';

const LEDGER_NAME = 'ponte';

/**
 * The local record of everything the extension knows and intends. Only the worker writes it; top-level
 * extension pages may read it. `&activeKey` is what makes a second job for the same reference impossible.
 */
export class LedgerDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>;
  declare invoices: Table<InvoiceRow, [string, string]>;
  declare charges: EntityTable<ChargeRow, 'id'>;
  declare codes: EntityTable<CodesRow, 'chargeId'>;
  declare jobs: EntityTable<JobRow, 'id'>;
  declare audit: EntityTable<AuditEntry, 'seq'>;
  declare vault: Table<VaultRecord, string>;

  constructor(name = LEDGER_NAME) {
    super(name);
    this.version(1).stores({
      meta: 'key',
      invoices: '[origin+id]',
      charges: 'id, [providerKey+invoiceId], accountId',
      codes: 'chargeId',
      jobs: 'id, &activeKey, state, [providerKey+invoiceId]',
      audit: 'seq',
      vault: 'name',
    });
  }
}
