import type { AuditReport } from '../../../lib/messages/pages.ts';
import { notedInstallation } from '../../../lib/ledger/installation.ts';
import type { AlertRow, ChargeRow, JobRow } from '../../../lib/ledger/rows.ts';
import { verifyAudit } from '../../../lib/engine/data/verify-audit.ts';
import type { ChargeRecord } from '../../emulators/asaas/index.ts';
import type { Browser } from '../browser/browser.ts';
import type { World } from '../world/world.ts';
import { parseReference } from '../../../lib/billing/reference.ts';
import { KEY } from '../../fixtures/provider.ts';

/** All that one browser has on its disk. */
export interface BrowserView {
  readonly browser: Browser;
  readonly jobs: readonly JobRow[];
  readonly charges: ReadonlyMap<string, ChargeRow>;
  readonly alerts: readonly AlertRow[];
  readonly audit: AuditReport;
  /** Codes of the charges that this very installation still knows as its own: no other may delete them. */
  readonly ownCodes: ReadonlySet<string>;
}

/** What the oracle judges: the emulated systems themselves, and both disks. */
export interface View {
  readonly world: World;
  readonly browsers: readonly BrowserView[];
  /** Charges that carry a reference of ours, by their invoice. */
  readonly charges: ReadonlyMap<string, readonly ChargeRecord[]>;
}

export async function takeView(world: World, browsers: readonly Browser[]): Promise<View> {
  return { world, browsers: await Promise.all(browsers.map(viewOf)), charges: referenced(world) };
}

async function viewOf(browser: Browser): Promise<BrowserView> {
  return browser.look(async (ledger) => {
    const jobs = await ledger.jobs.toArray();
    const installation = await notedInstallation(ledger);
    const own = jobs
      .flatMap(({ attempts }) => attempts)
      .filter(({ code, installationId }) => code !== '' && installationId === installation);
    return {
      browser,
      jobs,
      charges: new Map((await ledger.charges.toArray()).map((row) => [row.id, row])),
      alerts: await ledger.alerts.toArray(),
      audit: await verifyAudit(ledger),
      ownCodes: new Set(own.map(({ code }) => code)),
    };
  });
}

function referenced({ asaas }: World): Map<string, ChargeRecord[]> {
  const charges = new Map<string, ChargeRecord[]>();
  for (const account of asaas.control.snapshot().accounts) {
    for (const charge of account.charges) {
      const named = charge.externalReference ? parseReference(charge.externalReference) : null;
      if (named?.kind !== 'charge' || named.providerKey !== KEY) continue;
      charges.set(named.invoiceId, [...(charges.get(named.invoiceId) ?? []), charge]);
    }
  }
  return charges;
}
