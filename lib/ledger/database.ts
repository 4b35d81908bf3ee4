import { Dexie, type EntityTable, type Table } from 'dexie';
import type { VaultRecord } from '../vault/vault-store.ts';
import type { AuditEntry } from './audit-entry.ts';
import type {
  AggregateRow,
  AlertRow,
  ChargeRow,
  CodesRow,
  HappeningRow,
  InvoiceRow,
  JobRow,
  MetaRow,
  QuotaRow,
} from './rows.ts';

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
  declare aggregates: Table<AggregateRow, [string, string, string, string]>;
  declare happenings: EntityTable<HappeningRow, 'id'>;
  declare alerts: EntityTable<AlertRow, 'id'>;
  declare quota: EntityTable<QuotaRow, 'accountId'>;
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
    this.version(2).stores({
      charges:
        'id, [providerKey+invoiceId], accountId, [accountId+seenAt], [accountId+status], [accountId+createdOn], payerId',
      jobs: 'id, &activeKey, state, [providerKey+invoiceId], accountId',
      invoices: '[origin+id], [origin+customerId], readAt',
      aggregates: '[accountId+providerKey+bucket+day], [bucket+day]',
      happenings: '++id, at, chargeId',
      alerts: 'id, kind, lastAt',
      quota: 'accountId',
    });
  }
}
