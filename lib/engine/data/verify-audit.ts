import { auditedInstallations, entriesOf } from '../../ledger/audit-chains.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AuditReport } from '../../messages/pages.ts';
import { verifyChain } from '../audit/chain.ts';

/** Checks every chain that lies here: this installation's, those it was before, and imported ones. */
export async function verifyAudit(ledger: LedgerDatabase): Promise<AuditReport> {
  const installations: AuditReport['installations'][number][] = [];
  for (const id of await auditedInstallations(ledger)) {
    const entries = await entriesOf(ledger, id);
    const verdict = verifyChain(entries);
    installations.push({
      id,
      lines: entries.length,
      brokenAt: verdict.ok ? null : verdict.atSeq,
    });
  }
  return { installations };
}
