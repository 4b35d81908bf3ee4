import type { ChromiumSession } from './chromium.ts';

/** Gives this browser the finance role, as its options page does. */
export async function asFinance(session: ChromiumSession): Promise<void> {
  const options = await session.extensionPage('options.html');
  const saved = await options.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(request: unknown): Promise<unknown> } };
    };
    const security = { verb: 'security/save', autoLockMinutes: null, role: 'finance' };
    return chrome.runtime.sendMessage(security);
  });
  await options.close();
  if (!(saved as { ok?: boolean }).ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}
