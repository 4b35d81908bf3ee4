import { describe, expect, test } from 'vitest';
import { createDrawerTokens } from '../../../lib/messages/drawer-tokens.ts';
import { memoryStorage } from '../settings/memory-storage.ts';

const ABOUT = { tabId: 7, origin: 'https://painel.provedor.example', invoiceId: '101' };
const FRAME = { tabId: 7, frameId: 3 };
const MINUTE = 60_000;

function browser() {
  const session = memoryStorage();
  const clock = { now: 1_800_000_000_000 };
  return {
    session,
    clock,
    /** A new worker over the same session storage. */
    worker: () =>
      createDrawerTokens({
        session,
        now: () => clock.now,
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      }),
  };
}

describe('a drawer token', () => {
  test('opens one invoice for a frame of the tab it was issued to', async () => {
    const tokens = browser().worker();
    const token = await tokens.issue(ABOUT);
    expect(await tokens.redeem(token, FRAME)).toEqual({
      session: expect.stringMatching(/^[\w-]{43}$/) as string,
      invoiceId: '101',
      origin: ABOUT.origin,
    });
  });

  test('is 43 characters of base64url, and never the same', async () => {
    const tokens = browser().worker();
    const issued = await Promise.all(Array.from({ length: 50 }, () => tokens.issue(ABOUT)));
    expect(new Set(issued).size).toBe(50);
    for (const token of issued) expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('is spent by its first use', async () => {
    const tokens = browser().worker();
    const token = await tokens.issue(ABOUT);
    await tokens.redeem(token, FRAME);
    expect(await tokens.redeem(token, FRAME)).toBeNull();
  });

  test('is spent once, even when two frames come at the same moment', async () => {
    const tokens = browser().worker();
    const token = await tokens.issue(ABOUT);
    const grants = await Promise.all(
      [3, 4, 5].map((frameId) => tokens.redeem(token, { tabId: 7, frameId })),
    );
    expect(grants.filter((grant) => grant !== null)).toHaveLength(1);
  });

  test('is void in another tab, and burnt by the try', async () => {
    const tokens = browser().worker();
    const token = await tokens.issue(ABOUT);
    expect(await tokens.redeem(token, { tabId: 8, frameId: 3 })).toBeNull();
    expect(await tokens.redeem(token, FRAME)).toBeNull();
  });

  test('is void after a minute', async () => {
    const { clock, worker } = browser();
    const token = await worker().issue(ABOUT);
    const other = await worker().issue(ABOUT);
    clock.now += MINUTE - 1;
    expect(await worker().redeem(token, FRAME)).not.toBeNull();
    clock.now += 1;
    expect(await worker().redeem(other, FRAME)).toBeNull();
  });

  test('outlives the worker that issued it', async () => {
    const { worker } = browser();
    const token = await worker().issue(ABOUT);
    expect(await worker().redeem(token, FRAME)).toMatchObject({ invoiceId: '101' });
  });

  test.each(['', 'A'.repeat(43), '__proto__', 'constructor'])(
    'is not guessed: %j',
    async (guess) => {
      const tokens = browser().worker();
      await tokens.issue(ABOUT);
      expect(await tokens.redeem(guess, FRAME)).toBeNull();
    },
  );

  test('is not burnt by a wrong guess', async () => {
    const tokens = browser().worker();
    const token = await tokens.issue(ABOUT);
    await tokens.redeem('A'.repeat(43), FRAME);
    expect(await tokens.redeem(token, FRAME)).not.toBeNull();
  });
});

describe('a drawer session', () => {
  async function begun() {
    const { worker, clock, session } = browser();
    const grant = await worker().redeem(await worker().issue(ABOUT), FRAME);
    if (!grant) throw new Error('not granted');
    return { worker, clock, session, grant };
  }

  test('resumes in its own frame with a new worker, again and again', async () => {
    const { worker, grant } = await begun();
    expect(await worker().resume(grant.session, FRAME)).toEqual(grant);
    expect(await worker().resume(grant.session, FRAME)).toEqual(grant);
  });

  test('does not resume in another frame or tab, and is not lost by the try', async () => {
    const { worker, grant } = await begun();
    expect(await worker().resume(grant.session, { tabId: 7, frameId: 4 })).toBeNull();
    expect(await worker().resume(grant.session, { tabId: 8, frameId: 3 })).toBeNull();
    expect(await worker().resume(grant.session, FRAME)).toEqual(grant);
  });

  test('is neither a token, nor is a token a session', async () => {
    const { worker, grant } = await begun();
    expect(await worker().redeem(grant.session, FRAME)).toBeNull();
    expect(await worker().resume(await worker().issue(ABOUT), FRAME)).toBeNull();
  });

  test('ends twelve hours after it was last used', async () => {
    const { worker, clock, grant } = await begun();
    clock.now += 12 * 60 * MINUTE - 1;
    expect(await worker().resume(grant.session, FRAME)).toEqual(grant);
    clock.now += 12 * 60 * MINUTE - 1;
    expect(await worker().resume(grant.session, FRAME)).toEqual(grant);
    clock.now += 12 * 60 * MINUTE;
    expect(await worker().resume(grant.session, FRAME)).toBeNull();
  });

  test('ends with its tab, and no other with it', async () => {
    const { worker, grant } = await begun();
    const token = await worker().issue(ABOUT);
    const elsewhere = await worker().issue({ ...ABOUT, tabId: 8 });
    await worker().revokeTab(7);
    expect(await worker().resume(grant.session, FRAME)).toBeNull();
    expect(await worker().redeem(token, FRAME)).toBeNull();
    expect(await worker().redeem(elsewhere, { tabId: 8, frameId: 1 })).not.toBeNull();
  });

  test('what is kept stays small', async () => {
    const { worker, session } = await begun();
    for (let times = 0; times < 300; times++) await worker().issue(ABOUT);
    expect(JSON.stringify(session.dump()).length).toBeLessThan(100_000);
  });

  test('rubbish in the session storage grants nothing and mends itself', async () => {
    const { worker, session, grant } = await begun();
    await session.set('drawer:tokens', { tokens: 'all', sessions: null });
    expect(await worker().resume(grant.session, FRAME)).toBeNull();
    expect(await worker().redeem(await worker().issue(ABOUT), FRAME)).not.toBeNull();
  });
});
