import type { ReadingSource } from '../../billing/reading-source.ts';
import type { DrawerInstead, TriedWay } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { readIxc } from '../send/read-ixc.ts';
import { insteadOf } from './instead.ts';

const AUTOMATIC = ['direct', 'document', 'session'] as const satisfies readonly ReadingSource[];

/**
 * Reads one invoice by every way that reads by itself, all at once, and says what each met with and what
 * is left to the operator. Reads only.
 */
export async function lookForInstead(
  ports: EnginePorts,
  panel: PanelSettings,
  invoiceId: string,
): Promise<DrawerInstead> {
  const earlier = (await ports.ledger.invoices.get([panel.origin, invoiceId])) ?? null;
  const tried = await Promise.all(
    AUTOMATIC.map(async (source): Promise<readonly TriedWay[]> => {
      const reader = await ports.ixc(panel.origin, source);
      // A browser without extension documents has one way less; that is no failure of anything.
      if (!reader.ok)
        return isNoWay(source, reader.error) ? [] : [{ source, failure: reader.error }];
      const reading = await readIxc(ports, reader.value, panel, invoiceId);
      return [{ source, failure: reading.ok ? null : reading.error }];
    }),
  );
  return insteadOf(tried.flat(), earlier);
}

function isNoWay(source: ReadingSource, { code }: FailureView): boolean {
  return source === 'document' && code === 'ixc-unsupported';
}
