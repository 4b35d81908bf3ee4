import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { accountBusy, unsettledJob } from './busy.ts';
import { changePanel } from './change-panel.ts';
import { isOneEnvironment } from './panel-routing.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

interface PanelAccount {
  readonly origin: string;
  readonly accountId: string;
}

/**
 * Chooses which account charges a panel's invoices. Refused while the account that charged it until now
 * has a job that may still charge: the same invoice could be on its way in both. Refused too
 * while a route names an account of the other environment.
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
  return changePanel(ports, origin, (current, { accounts }) => {
    const chosen = { ...current, accountId };
    const fits = isOneEnvironment(chosen, accounts);
    return fits ? ok(chosen) : fail({ code: 'panel-environments-mixed' });
  });
}
