import { ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type {
  NotificationSettings,
  SecuritySettings,
  SendingSettings,
  SyncSettings,
} from '../../settings/settings.ts';
import { underPolicy } from '../../settings/policy.ts';
import { UNKNOWN_POLICY } from '../../settings/policy-source.ts';
import type { SetupPorts } from './ports.ts';
import { storing } from './storing.ts';

/** Stores how charges are made, what they carry and say, and who tells the payer. */
export function saveSending(
  { settings }: Pick<SetupPorts, 'settings'>,
  { billingType, notifier, overdue, terms, description, oneClick }: SendingSettings,
): Promise<Result<null, FailureView>> {
  return storing(async () => {
    const sending = { billingType, notifier, overdue, terms, description, oneClick };
    await settings.update((current) => ({ ...current, sending }));
    return ok(null);
  });
}

/** Stores the automatic lock and the role, as far as the administrator's policy leaves them open. */
export function saveSecurity(
  { settings, policy }: Pick<SetupPorts, 'settings' | 'policy'>,
  { autoLockMinutes, role }: SecuritySettings,
): Promise<Result<null, FailureView>> {
  return storing(async () => {
    const wish = { autoLockMinutes, role };
    const known = await policy();
    // A browser that was just started owes it for seconds. Every reading of the settings is under it all the same.
    const security = known === UNKNOWN_POLICY ? wish : underPolicy(wish, known);
    await settings.update((current) => ({ ...current, security }));
    return ok(null);
  });
}

/** Stores what the operating system may be told, when, and whether with names. */
export function saveNotifications(
  { settings }: Pick<SetupPorts, 'settings'>,
  notifications: NotificationSettings,
): Promise<Result<null, FailureView>> {
  return storing(async () => {
    await settings.update((current) => ({ ...current, notifications }));
    return ok(null);
  });
}

/** Stores how much of the accounts' quota automatic reading may use. */
export function saveSync(
  { settings }: Pick<SetupPorts, 'settings'>,
  sync: SyncSettings,
): Promise<Result<null, FailureView>> {
  return storing(async () => {
    await settings.update((current) => ({ ...current, sync }));
    return ok(null);
  });
}
