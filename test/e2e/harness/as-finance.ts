import { askWorker, type ExtensionPages } from './ask-worker.ts';
import { eventually } from './eventually.ts';

/** What Chrome may owe the policy for on a machine with little to spare. ms. */
const POLICY_OWED = 60_000;

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
  const inForce = async () => {
    const setup = await askWorker(session, { verb: 'setup/read' });
    return (setup as { security: { role: string } }).security.role === role || null;
  };
  await eventually('the role is in force', inForce, { timeout: POLICY_OWED, every: 500 });
}
