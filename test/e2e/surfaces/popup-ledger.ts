import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AuditEntry } from '../../../lib/ledger/audit-entry.ts';
import type { NoticeItemRow } from '../../../lib/ledger/notice-rows.ts';
import type {
  AggregateRow,
  AlertRow,
  ChargeRow,
  HappeningRow,
  InvoiceRow,
  JobRow,
  MetaRow,
  QuotaRow,
} from '../../../lib/ledger/rows.ts';

/** What lies in the ledger when a page opens; a table that is not named is empty. */
export interface LedgerRows {
  readonly meta?: readonly MetaRow[];
  readonly invoices?: readonly InvoiceRow[];
  readonly charges?: readonly ChargeRow[];
  readonly aggregates?: readonly AggregateRow[];
  readonly alerts?: readonly AlertRow[];
  readonly happenings?: readonly HappeningRow[];
  readonly jobs?: readonly JobRow[];
  readonly audit?: readonly AuditEntry[];
  readonly quota?: readonly QuotaRow[];
  readonly adoptions?: readonly AdoptionRow[];
  readonly noticeItems?: readonly NoticeItemRow[];
}

/** Runs in a page of the origin whose ledger is open already: puts these rows in the place of all others. */
export async function putInLedger(rows: readonly (readonly [string, readonly object[]])[]) {
  const database = await new Promise<IDBDatabase>((opened, failed) => {
    const request = indexedDB.open('ponte');
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(new Error('no ledger'));
  });
  const tables = [...database.objectStoreNames];
  const transaction = database.transaction(tables, 'readwrite');
  for (const table of tables) transaction.objectStore(table).clear();
  for (const [table, some] of rows) {
    for (const row of some) transaction.objectStore(table).put(row);
  }
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => failed(new Error('the rows were refused'));
  });
  database.close();
}
