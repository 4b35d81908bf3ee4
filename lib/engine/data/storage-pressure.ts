import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { EnginePorts } from '../ports.ts';

/** Below this there is still room for the outbox, and time to make more. Bytes. */
const LOW = 200 * 1024 * 1024;

const SUBJECT = { kind: 'storage-low', accountId: '', subject: 'disk' } as const;

/** `navigator.storage.estimate()`; a browser may leave either out. Bytes. */
export type StorageEstimate = () => Promise<{
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
}>;

/**
 * Tells a person before the disk is full: nothing would be lost then, and nothing could be sent either.
 * Detail: `freeMb`, in steps of 50, so that an alert that was dismissed comes back only when it got worse.
 */
export async function watchStorage(
  { ledger, now }: Pick<EnginePorts, 'ledger' | 'now'>,
  estimate: StorageEstimate,
): Promise<void> {
  const { usage, quota } = await estimate();
  if (usage === undefined || quota === undefined) return;
  const free = quota - usage;
  if (free >= LOW) return withdrawAlert(ledger, SUBJECT);
  const freeMb = Math.max(0, Math.ceil(free / (50 * 1024 * 1024))) * 50;
  const about = { providerKey: null, invoiceId: null, chargeIds: [], detail: { freeMb } };
  await raiseAlert(ledger, { ...SUBJECT, ...about }, now());
}
