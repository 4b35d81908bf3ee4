import { ASAAS_PATTERNS } from '../../asaas/environment.ts';
import { isPaused } from '../../ledger/pause.ts';
import type { SetupView } from '../../messages/pages.ts';
import { underPolicy } from '../../settings/policy.ts';
import { hostPattern } from '../../settings/match-patterns.ts';
import type { SetupPorts } from './ports.ts';

/** Everything the options page shows. Keys and tokens are told by their last four characters only. */
export async function readSetup(
  ports: Pick<
    SetupPorts,
    | 'version'
    | 'settings'
    | 'ledger'
    | 'vault'
    | 'policy'
    | 'permissions'
    | 'scripting'
    | 'readingOf'
  >,
): Promise<SetupView> {
  const { accounts, panels, sending, security, notifications, sync, messages, payerNotices } =
    await ports.settings.read();
  const { portsInPatterns } = ports.scripting;
  const policy = await ports.policy();
  const problem = await ports.settings.problem();
  return {
    version: ports.version,
    accounts,
    panels: await Promise.all(
      panels.map(async (panel) => ({
        ...panel,
        permitted: await ports.permissions.contains([hostPattern(panel.origin, portsInPatterns)]),
        reading: await ports.readingOf(panel.origin),
      })),
    ),
    sending,
    security: underPolicy(security, policy),
    notifications,
    sync,
    messages,
    payerNotices,
    paused: await isPaused(ports.ledger),
    rolePolicy: policy.role !== null,
    vault: await ports.vault.state(),
    apiHostsPermitted: await ports.permissions.contains(ASAAS_PATTERNS),
    ...(problem && { settingsProblem: problem }),
  };
}
