import type { AuditReport } from '../../../lib/messages/pages.ts';
import type { Profile } from './profile.ts';
import { sleep } from './send-all.ts';

/** Has the worker read what changed, as "Atualizar agora" does. */
export async function updateNow(profile: Profile): Promise<void> {
  await ask(profile, 'sync/now');
}

/** The verdict of the worker itself on its audit chains, as the options page asks for it. */
export async function verifyAudit(profile: Profile): Promise<AuditReport> {
  return (await ask(profile, 'audit/verify')) as AuditReport;
}

const TRIES = 3;

/** Sends a page's message from a page of the extension. Throws when the worker answers with a failure. */
async function ask({ session, name }: Profile, verb: string): Promise<unknown> {
  const page = await session.extensionPage('options.html');
  try {
    for (let tries = 1; ; tries += 1) {
      const reply = await page.evaluate(async (asked) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
        };
        const answer = await chrome.runtime.sendMessage({ verb: asked }).catch(() => null);
        return answer as { readonly ok?: boolean; readonly value?: unknown } | null;
      }, verb);
      if (reply?.ok === true) return reply.value;
      if (tries === TRIES) throw new Error(`${name}: ${verb}: ${JSON.stringify(reply)}`);
      await sleep(2000);
    }
  } finally {
    await page.close();
  }
}
