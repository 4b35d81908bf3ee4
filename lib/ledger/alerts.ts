import { canonicalJson } from '../billing/canonical.ts';
import type { LedgerDatabase } from './database.ts';
import type { AlertKind, AlertRow } from './rows.ts';

/** What was seen. `subject` names, within kind and account, what it is about: a charge id, a reference. */
export interface Sighting extends Pick<
  AlertRow,
  'kind' | 'accountId' | 'providerKey' | 'invoiceId' | 'chargeIds' | 'detail'
> {
  readonly subject: string;
}

/** What an alert is filed under. */
export function alertId(kind: AlertKind, accountId: string, subject: string): string {
  return `${kind}:${accountId}:${subject}`;
}

/**
 * Writes that a person must look at something. A second sighting renews the first; one that a person
 * dismissed stays dismissed until its charges or details differ. True when it is open now and was not
 * before: then there is something to tell. `now` in ms.
 */
export async function raiseAlert(
  ledger: LedgerDatabase,
  { subject, ...seen }: Sighting,
  now: number,
): Promise<boolean> {
  const id = alertId(seen.kind, seen.accountId, subject);
  const { alerts } = ledger;
  return ledger.transaction('rw', alerts, async () => {
    const known = await alerts.get(id);
    const isSame = known !== undefined && about(known) === about(seen);
    const dismissedAt = isSame ? known.dismissedAt : null;
    await alerts.put({ ...seen, id, firstAt: known?.firstAt ?? now, lastAt: now, dismissedAt });
    return dismissedAt === null && known?.dismissedAt !== null;
  });
}

function about({ chargeIds, detail }: Pick<AlertRow, 'chargeIds' | 'detail'>): string {
  return canonicalJson([chargeIds.toSorted(), detail]);
}

/** A person has seen it. False when there is no such alert. */
export async function dismissAlert(
  { alerts }: LedgerDatabase,
  id: string,
  now: number,
): Promise<boolean> {
  return (await alerts.update(id, { dismissedAt: now })) > 0;
}

/** What it told of is no longer so. */
export async function withdrawAlert(
  { alerts }: LedgerDatabase,
  { kind, accountId, subject }: Pick<Sighting, 'kind' | 'accountId' | 'subject'>,
): Promise<void> {
  await alerts.delete(alertId(kind, accountId, subject));
}

/** Everything that nobody dismissed, the newest sighting first. */
export async function openAlerts({ alerts }: LedgerDatabase): Promise<AlertRow[]> {
  const all = await alerts.orderBy('lastAt').reverse().toArray();
  return all.filter(({ dismissedAt }) => dismissedAt === null);
}
