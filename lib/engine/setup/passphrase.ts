import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { SetupPorts } from './ports.ts';
import { storing } from './storing.ts';

/** Characters of a passphrase at least. */
const SHORTEST_PASSPHRASE = 10;

type VaultPort = Pick<SetupPorts, 'vault'>;

/** Drops the key at once. */
export function lockVault({ vault }: VaultPort): Promise<Result<null, FailureView>> {
  return storing(async () => {
    await vault.lock();
    return ok(null);
  });
}

export function unlockVault(
  { vault }: VaultPort,
  passphrase: string,
): Promise<Result<null, FailureView>> {
  return storing(async () => orWrong(await vault.unlock(passphrase)));
}

/** Sets or changes the passphrase; the vault is unlocked afterwards. */
export async function setPassphrase(
  { vault }: VaultPort,
  { current, passphrase }: { readonly current: string | null; readonly passphrase: string },
): Promise<Result<null, FailureView>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    return fail({ code: 'passphrase-short', params: { minimum: String(SHORTEST_PASSPHRASE) } });
  }
  return storing(async () => orWrong(await vault.setPassphrase(current, passphrase)));
}

/** Back to the device's key: the vault is open whenever the browser profile is. */
export function removePassphrase(
  { vault }: VaultPort,
  current: string,
): Promise<Result<null, FailureView>> {
  return storing(async () => orWrong(await vault.removePassphrase(current)));
}

function orWrong(outcome: Result<null, 'wrong'>): Result<null, FailureView> {
  return outcome.ok ? outcome : fail({ code: 'passphrase-wrong' });
}
