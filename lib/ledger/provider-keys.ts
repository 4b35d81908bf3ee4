import type { LedgerDatabase } from './database.ts';

/*
 * A panel's provider key is part of every reference that was sent from it. It outlives the panel's place
 * in the settings: a panel that is revoked and authorised again under another key would charge every
 * invoice once more.
 */
const name = (origin: string) => `provider-key:${origin}`;

/** The key that was confirmed for an origin, or those that jobs from there were sent under. */
export async function confirmedKeys(ledger: LedgerDatabase, origin: string): Promise<string[]> {
  const kept = (await ledger.meta.get(name(origin)))?.value;
  if (typeof kept === 'string') return [kept];
  const jobs = await ledger.jobs.filter((job) => job.origin === origin).toArray();
  return [...new Set(jobs.map(({ providerKey }) => providerKey))];
}

/** Keeps the key of an origin for as long as the ledger lives. */
export async function keepConfirmedKey(
  ledger: LedgerDatabase,
  origin: string,
  providerKey: string,
): Promise<void> {
  await ledger.meta.put({ key: name(origin), value: providerKey });
}

/** Every key that charges of ours in an account were made under, as far as this browser has seen. */
export async function keysOfCharges(
  ledger: LedgerDatabase,
  accountId: string,
): Promise<Set<string>> {
  const keys = new Set<string>();
  await ledger.charges
    .where('accountId')
    .equals(accountId)
    .each(({ providerKey }) => keys.add(providerKey));
  return keys;
}
