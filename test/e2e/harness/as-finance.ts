import type { ChromiumSession } from './chromium.ts';

/** Gives this browser the finance role, as its options page does. */
export function asFinance(session: ChromiumSession): Promise<void> {
  return inRole(session, 'finance');
}

/** Gives this browser the role that every one begins with. */
export function asAttendant(session: ChromiumSession): Promise<void> {
  return inRole(session, 'attendant');
}

async function inRole(session: ChromiumSession, role: 'attendant' | 'finance'): Promise<void> {
  const options = await session.extensionPage('options.html');
  const saved = await options.evaluate((given) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(request: unknown): Promise<unknown> } };
    };
    const security = { verb: 'security/save', autoLockMinutes: null, role: given };
    return chrome.runtime.sendMessage(security);
  }, role);
  await options.close();
  if (!(saved as { ok?: boolean }).ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}
