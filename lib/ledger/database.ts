import { Dexie, type EntityTable, type Table } from 'dexie';
import type { VaultRecord } from '../vault/vault-store.ts';
import type { AdoptionRow, AdoptionSeen } from './adoption-rows.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { MessageRow } from './message-rows.ts';
import type { NoticeItemRow } from './notice-rows.ts';
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
  ReceiptRow,
} from './rows.ts';
import { refuseNewer, withoutAdditions } from './refuse-newer.ts';
import { copyAudit, countCharges, upgrading } from './upgrades.ts';

const LEDGER_NAME = 'ponte';

/** Grows with every change of shape; each growth adds an upgrade and a fixture of the shape before. */
export const LEDGER_VERSION = 4;

/**
 * The local record of invoices, charges, jobs and audit, and the table in which the vault keeps its
 * wrapped keys. The only code that touches IndexedDB; only the worker writes.
 *
 * An upgrade that fails leaves everything as it was, and a ledger that a later release wrote is not
 * opened: both reject whatever is asked with `LedgerUnusable`, and nothing is ever thrown away.
 */
export class LedgerDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>;
  declare invoices: Table<InvoiceRow, [string, string]>;
  declare charges: EntityTable<ChargeRow, 'id'>;
  declare codes: EntityTable<CodesRow, 'chargeId'>;
  declare jobs: EntityTable<JobRow, 'id'>;
  declare audit: Table<AuditEntry, [string, number]>;
  declare aggregates: Table<AggregateRow, [string, string, string, string]>;
  declare happenings: EntityTable<HappeningRow, 'id'>;
  declare alerts: EntityTable<AlertRow, 'id'>;
  declare quota: EntityTable<QuotaRow, 'accountId'>;
  declare receipts: EntityTable<ReceiptRow, 'id'>;
  declare messages: EntityTable<MessageRow, 'id'>;
  declare adoptions: EntityTable<AdoptionRow, 'id'>;
  declare adoptionSeen: Table<AdoptionSeen, [string, string]>;
  declare noticeItems: Table<NoticeItemRow, [string, string]>;
  declare vault: Table<VaultRecord, string>;

  constructor(name = LEDGER_NAME) {
    super(name, withoutAdditions(LEDGER_VERSION));
    this.version(1).stores({
      meta: 'key',
      invoices: '[origin+id]',
      charges: 'id, [providerKey+invoiceId], accountId',
      codes: 'chargeId',
      jobs: 'id, &activeKey, state, [providerKey+invoiceId]',
      audit: 'seq',
      vault: 'name',
    });
    this.version(2)
      .stores({
        charges: 'id, [providerKey+invoiceId], accountId, [accountId+status], payerId',
        jobs: 'id, &activeKey, state, [providerKey+invoiceId], accountId',
        invoices: '[origin+id], [origin+customerId]',
        aggregates: '[accountId+providerKey+bucket+day], [bucket+day]',
        happenings: '++id, at, chargeId',
        alerts: 'id, kind, lastAt',
        quota: 'accountId',
      })
      .upgrade(upgrading(countCharges));
    // A table cannot change its primary key: the audit leaves here, half-way to version 3, and comes back there.
    this.version(2.5)
      .stores({
        receipts: 'id, [accountId+paidOn]',
        audit: null,
        auditMoving: '[installationId+seq]',
      })
      .upgrade(upgrading((old) => copyAudit(old, 'audit', 'auditMoving')));
    this.version(3)
      .stores({ auditMoving: null, audit: '[installationId+seq]' })
      .upgrade(upgrading((old) => copyAudit(old, 'auditMoving', 'audit')));
    this.version(4).stores({
      messages: 'id, at, *chargeIds',
      noticeItems: '[jobId+payerId], [jobId+state]',
      adoptions: 'id, stage, kind, customerId',
      adoptionSeen: '[side+id]',
      audit: '[installationId+seq], ids.invoiceId',
    });
    this.on(
      'ready',
      (opened) => {
        refuseNewer(opened, LEDGER_VERSION);
      },
      true,
    );
  }
}
