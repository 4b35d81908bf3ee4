import { ownKeys } from '../billing/own-keys.ts';
import type { Settings } from '../settings/settings.ts';
import type { LedgerDatabase } from './database.ts';

/*
 * A panel's provider key is part of every reference that was sent from it. It outlives the panel's place
 * in the settings: a panel that is revoked and authorised again under another key would charge every
 * invoice once more.
 */
const name = (origin: string) => `provider-key:${origin}`;

/** The key that was confirmed for an origin, or those that jobs from there were sent under. */
export async function confirmedKeys(ledger: LedgerDatabase, origin: string): Promise<string[]> {
  const kept = await keptKey(ledger, origin);
  if (kept !== null) return [kept];
  const jobs = await ledger.jobs.filter((job) => job.origin === origin).toArray();
  return [...new Set(jobs.map(({ providerKey }) => providerKey))];
}

/** The key that was confirmed for an origin; null when none was, whatever was sent from there. */
export async function keptKey(ledger: LedgerDatabase, origin: string): Promise<string | null> {
  const kept = (await ledger.meta.get(name(origin)))?.value;
  return typeof kept === 'string' ? kept : null;
}

/** Keeps the key of an origin for as long as the ledger lives. */
export async function keepConfirmedKey(
  ledger: LedgerDatabase,
  origin: string,
  providerKey: string,
): Promise<void> {
  await ledger.meta.put({ key: name(origin), value: providerKey });
}

const aliasesName = (origin: string) => `provider-aliases:${origin}`;

/** The other keys under which charges of an origin's provider were looked for when it was last revoked. */
export async function keptAliases(
  ledger: LedgerDatabase,
  origin: string,
): Promise<readonly string[]> {
  const kept: unknown = (await ledger.meta.get(aliasesName(origin)))?.value;
  return Array.isArray(kept) ? kept.filter((alias) => typeof alias === 'string') : [];
}

/** Keeps them for the day the origin is authorised again: its invoices were charged under them. */
export async function keepAliases(
  ledger: LedgerDatabase,
  origin: string,
  aliases: readonly string[],
): Promise<void> {
  await ledger.meta.put({ key: aliasesName(origin), value: [...aliases] });
}

/** Every key under which an origin's invoices may have been charged, now or before it was revoked. */
export async function providerKeysOf(
  ledger: LedgerDatabase,
  { panels }: Pick<Settings, 'panels'>,
  origin: string,
): Promise<readonly string[]> {
  const panel = panels.find((known) => known.origin === origin);
  const inUse = panel?.providerKey ?? (await keptKey(ledger, origin));
  return ownKeys(inUse, [...(panel?.aliases ?? []), ...(await keptAliases(ledger, origin))]);
}
