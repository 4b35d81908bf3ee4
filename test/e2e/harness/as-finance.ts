import { askWorker, type ExtensionPages } from './ask-worker.ts';

/** Gives this browser the finance role, as its options page does. */
export function asFinance(session: ExtensionPages): Promise<void> {
  return inRole(session, 'finance');
}

/** Gives this browser the role that every one begins with. */
export function asAttendant(session: ExtensionPages): Promise<void> {
  return inRole(session, 'attendant');
}

async function inRole(session: ExtensionPages, role: 'attendant' | 'finance'): Promise<void> {
  const security = { verb: 'security/save', autoLockMinutes: null, role };
  const saved = await askWorker(session, security);
  if (!(saved as { ok?: boolean }).ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}
