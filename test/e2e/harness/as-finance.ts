import { askWorker, type ExtensionPages } from './ask-worker.ts';
import { eventually } from './eventually.ts';

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
  // Chrome owes the administrator's policy for some seconds after its start, and nobody is finance until then.
  await eventually('the role is in force', async () => {
    const setup = await askWorker(session, { verb: 'setup/read' });
    return (setup as { security: { role: string } }).security.role === role || null;
  });
}
