import { batchesOf } from '../../ledger/batches.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { Settings } from '../../settings/settings.ts';
import { FORMAT } from './export-file.ts';
import { EXPORTED_TABLES, isPortable } from './row-schemas.ts';
import { withoutHints } from './without-hints.ts';

export interface ExportPorts {
  readonly ledger: LedgerDatabase;
  /** Not as the policy has them: what this installation was set to. */
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly installationId: string;
  /** ms since the epoch. */
  readonly now: () => number;
}

/**
 * Everything that would be missed, in pieces of whole lines: settings, provider keys, invoices, charges,
 * receipts, jobs, alerts, messages (that they were, not what they said) and audit. No secret is among it, because the vault is never read; what can be
 * read again from Asaas (codes, aggregates, happenings, quota) is left out.
 */
export async function* exportPieces(ports: ExportPorts): AsyncGenerator<string> {
  const { ledger, installationId } = ports;
  let lines = 2;
  yield line({ ponte: 'export', format: FORMAT, at: ports.now(), installationId });
  yield line({ settings: withoutHints(await ports.settings.read()) });
  for (const table of EXPORTED_TABLES) {
    for await (const rows of batchesOf(ledger.table<unknown, string>(table))) {
      const kept =
        table === 'meta' ? rows.filter((row) => isPortable(row as { key: string })) : rows;
      lines += kept.length;
      yield kept.map((row) => line({ table, row: withoutLink(row) })).join('');
    }
  }
  yield line({ end: lines });
}

/** The whole export as one text. */
export async function exportText(ports: ExportPorts): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of exportPieces(ports)) pieces.push(piece);
  return pieces.join('');
}

/** The page on which a payer names the account for the money: whoever has the file could name another one. */
function withoutLink(row: unknown): unknown {
  const isLinked = typeof row === 'object' && row !== null && 'link' in row;
  return isLinked ? { ...row, link: null } : row;
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
