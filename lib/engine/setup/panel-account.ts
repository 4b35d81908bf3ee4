import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { accountBusy, unsettledJob } from './busy.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';
import { storing } from './storing.ts';

interface PanelAccount {
  readonly origin: string;
  readonly accountId: string;
}

/**
 * Chooses which account charges a panel's invoices. Refused while the account that charged it until now
 * has a job that may still charge: the same invoice could be on its way in both.
 */
export async function choosePanelAccount(
  ports: Pick<SetupPorts, 'settings' | 'ledger'>,
  { origin, accountId }: PanelAccount,
): Promise<Result<PanelSettings, FailureView>> {
  const settings = await ports.settings.read();
  const panel = findPanel(settings, origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  if (!settings.accounts.some(({ id }) => id === accountId)) return fail({ code: 'no-account' });
  if (panel.accountId === accountId) return ok(panel);
  const job = await unsettledJob(ports, (each) => each.accountId === panel.accountId);
  if (job) return fail(accountBusy(job));
  return storing(async () => {
    const chosen = { ...panel, accountId };
    await ports.settings.update((current) => ({
      ...current,
      panels: current.panels.map((each) =>
        each.origin === origin ? { ...each, accountId } : each,
      ),
    }));
    return ok(chosen);
  });
}
