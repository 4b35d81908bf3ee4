import { ok, type Result } from '../../billing/result.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import { addUnknown, putNewer } from '../../ledger/merge.ts';
import { putCharges } from '../../ledger/put-charges.ts';
import type { ChargeRow, InvoiceRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { ImportReport } from '../../messages/pages.ts';
import type { Settings } from '../../settings/settings.ts';
import { settleAlerts } from '../notify/notice-state.ts';
import { checkExport } from './check-export.ts';
import type { ExportPorts } from './export.ts';
import type { RowLine } from './export-file.ts';
import { importedJob } from './imported-job.ts';
import type { ExportedRow, ExportedTable } from './row-schemas.ts';
import { withoutHints } from './without-hints.ts';

export interface ImportPorts extends ExportPorts {
  readonly settings: ExportPorts['settings'] & {
    readonly update: (change: (settings: Settings) => Settings) => Promise<Settings>;
  };
}

/** Rows written at a time. */
const PAGE = 500;

const TOLD: Partial<Record<ExportedTable, keyof ImportReport>> = {
  charges: 'charges',
  invoices: 'invoices',
  audit: 'auditLines',
  jobs: 'jobs',
};

/**
 * Brings an export in, all of it or nothing. Whatever is known here and newer stays; the second time
 * nothing changes. No job of it ever runs here, its installation's identity is not taken over, and this
 * installation's own audit chain takes no entry from a file. Settings are taken only by an installation
 * that has none: then keys and tokens have to be given anew, since no file holds them.
 */
export async function importText(
  ports: ImportPorts,
  text: string,
): Promise<Result<ImportReport, FailureView>> {
  const checked = checkExport(text);
  if (!checked.ok) return checked;
  const report = { charges: 0, invoices: 0, auditLines: 0, jobs: 0 };
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.tables, async () => {
    for (const page of pagesOf(checked.value.rows())) {
      const count = await writePage(ports, page);
      const told = page[0] && TOLD[page[0].table];
      if (told) report[told] += count;
    }
    await settleAlerts(ledger);
  });
  await ports.settings.update((current) =>
    current.accounts.length + current.panels.length === 0
      ? asImported(checked.value.settings)
      : current,
  );
  return ok(report);
}

/** A file switches nothing on that writes in IXC and reaches payers: a person does. */
function asImported(settings: Settings): Settings {
  return withoutHints({ ...settings, messages: { ...settings.messages, ixcAction: null } });
}

/** Pages of one table each. */
function* pagesOf(rows: Iterable<RowLine>): Generator<readonly RowLine[]> {
  let page: RowLine[] = [];
  for (const row of rows) {
    if (page.length >= PAGE || (page[0] && page[0].table !== row.table)) {
      yield page;
      page = [];
    }
    page.push(row);
  }
  if (page.length > 0) yield page;
}

/** Gives how many rows were new, or newer than what was known. */
async function writePage(ports: ImportPorts, page: readonly RowLine[]): Promise<number> {
  const { ledger, installationId } = ports;
  switch (page[0]?.table) {
    case 'charges':
      return putOtherCharges(ports, rowsOf(page, 'charges'));
    case 'invoices':
      return putOtherInvoices(ports, rowsOf(page, 'invoices'));
    case 'receipts': {
      const rows = rowsOf(page, 'receipts');
      return putNewer(
        ledger.receipts,
        rows,
        ({ id }) => id,
        ({ seenAt }) => seenAt,
      );
    }
    case 'jobs': {
      const jobs = rowsOf(page, 'jobs').map((job) => importedJob(job, ports.now()));
      return addUnknown(ledger.jobs, jobs, ({ id }) => id);
    }
    case 'alerts':
      return addUnknown(ledger.alerts, rowsOf(page, 'alerts'), ({ id }) => id);
    case 'messages':
      return addUnknown(ledger.messages, rowsOf(page, 'messages'), ({ id }) => id);
    case 'meta':
      return addUnknown(ledger.meta, rowsOf(page, 'meta'), ({ key }) => key);
    case 'audit': {
      const all = rowsOf(page, 'audit');
      const others = all.filter((entry) => entry.installationId !== installationId);
      return addUnknown(ledger.audit, others, (entry): [string, number] => [
        entry.installationId,
        entry.seq,
      ]);
    }
    case undefined:
      return 0;
  }
}

async function putOtherCharges(
  { ledger, now }: ImportPorts,
  rows: readonly ChargeRow[],
): Promise<number> {
  const known = await ledger.charges.bulkGet(rows.map(({ id }) => id));
  // A reading of the future was made by a clock that ran ahead, and must not outlast the next one.
  const read = rows.map((row) => ({ ...row, seenAt: Math.min(row.seenAt, now()) }));
  const newer = read.filter((row, index) => (known[index]?.seenAt ?? -Infinity) < row.seenAt);
  return (await putCharges(ledger, newer, now(), 'history')).length;
}

async function putOtherInvoices(
  { ledger, now }: ImportPorts,
  rows: readonly InvoiceRow[],
): Promise<number> {
  const keys = rows.map(({ origin, id }): [string, string] => [origin, id]);
  const known = await ledger.invoices.bulkGet(keys);
  const read = rows.map((row) => ({ ...row, readAt: Math.min(row.readAt, now()) }));
  const newer = read.filter((row, index) => (known[index]?.readAt ?? -Infinity) < row.readAt);
  await putInvoices(ledger, newer, now());
  return newer.length;
}

function rowsOf<T extends ExportedTable>(
  page: readonly RowLine[],
  table: T,
): readonly ExportedRow<T>[] {
  return page.flatMap((line) => (line.table === table ? [line.row as ExportedRow<T>] : []));
}
