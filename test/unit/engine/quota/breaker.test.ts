import { describe, expect, it } from 'vitest';
import { ACCOUNT, HOUR, held, quotaKit, request, response, settled } from './quota-kit.ts';

const POST = request('/v3/payments', 'POST');

function broken(status = 503) {
  const kit = quotaKit();
  kit.answerWith(async () => response(status));
  return kit;
}

async function failTimes(ask: (purpose: 'job') => Promise<{ status: number }>, times: number) {
  for (let n = 0; n < times; n += 1) await ask('job');
}

describe('a server in trouble', () => {
  it('is left alone after five failures in a row, and nothing is sent meanwhile', async () => {
    const kit = broken();
    const { ask, governor } = kit.worker();
    await failTimes(ask, 4);
    expect((await ask('job')).status).toBe(503);
    expect(await governor.maySweep(ACCOUNT, 1)).toMatchObject({
      ok: false,
      error: { retryAfterMs: 5_000 },
    });
    expect(await governor.meters()).toMatchObject([{ pausedUntil: kit.clock.now() + 5_000 }]);
    const waiting = ask('person');
    await settled();
    expect(kit.sent).toHaveLength(5);
    kit.answerWith(async () => response(200));
    await kit.clock.advance(5_000);
    expect((await waiting).status).toBe(200);
  });

  it('is not given up for failures between which it answered', async () => {
    const kit = broken();
    const { ask } = kit.worker();
    for (let round = 0; round < 3; round += 1) {
      kit.answerWith(async () => response(503));
      await failTimes(ask, 4);
      kit.answerWith(async () => response(404));
      await ask('job');
    }
    expect(kit.sent).toHaveLength(15);
  });

  it('is looked at by one reading alone, and by all the others once that one was answered', async () => {
    const kit = broken();
    const { ask } = kit.worker();
    await failTimes(ask, 5);
    await kit.clock.advance(5_000);
    const transport = held();
    kit.answerWith(transport.answer);
    const answers = [ask('job'), ask('sweep'), ask('person')];
    await settled();
    expect(kit.sent.slice(5).map(({ purpose }) => purpose)).toEqual(['job']);
    transport.letGo();
    await settled();
    expect(kit.sent).toHaveLength(8);
    transport.letGo();
    await Promise.all(answers);
  });

  it('is never looked at by a change, whose outcome nobody would know', async () => {
    const kit = broken();
    const { ask } = kit.worker();
    await failTimes(ask, 5);
    await kit.clock.advance(5_000);
    const post = ask('job', POST);
    await settled();
    expect(kit.sent).toHaveLength(5);
    for (let seconds = 0; seconds < 14; seconds += 2) await kit.clock.advance(2_000);
    expect(await post).toMatchObject({ status: 429 });
    kit.answerWith(async () => response(200));
    await ask('job');
    expect((await ask('job', POST)).status).toBe(200);
    expect(kit.sent).toHaveLength(7);
  });

  it('is left alone for twice as long after every look that fails, as far as five minutes', async () => {
    const kit = broken();
    const { ask } = kit.worker();
    await failTimes(ask, 5);
    await settled();
    const rests: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      const until = (await kit.worker().governor.meters())[0]?.pausedUntil ?? 0;
      rests.push((until - kit.clock.now()) / 1000);
      await kit.clock.set(until);
      await ask('job');
      await settled();
    }
    expect(rests).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
  });

  it('is left alone by the next worker too', async () => {
    const kit = broken();
    await failTimes(kit.worker().ask, 5);
    await settled();
    expect(await kit.row()).toMatchObject({ failures: 5, pausedUntil: kit.clock.now() + 5_000 });
    const { governor, ask } = kit.worker();
    expect((await governor.maySweep(ACCOUNT, 1)).ok).toBe(false);
    await kit.clock.advance(5_000);
    await ask('sweep');
    await settled();
    expect(await kit.row()).toMatchObject({ failures: 6 });
  });

  it('is told by many at once as by one: what was under way when the rest began makes it no longer', async () => {
    const kit = broken();
    const { ask } = kit.worker();
    await Promise.all(Array.from({ length: 8 }, () => ask('person')));
    await settled();
    expect(await kit.row()).toMatchObject({ failures: 5, pausedUntil: kit.clock.now() + 5_000 });
  });
});

describe('a 429', () => {
  it('comes back as it is, and its long pause stops everybody for as long as it says', async () => {
    const kit = quotaKit();
    kit.answerWith(async () => response(429, { 'ratelimit-reset': '7200' }));
    const { ask, governor } = kit.worker();
    expect((await ask('job', POST)).status).toBe(429);
    kit.answerWith(async () => response(200));
    await kit.clock.advance(HOUR);
    expect(await ask('person')).toEqual({
      status: 429,
      headers: { 'ratelimit-reset': '3600' },
      text: '',
    });
    expect(await governor.maySweep(ACCOUNT, 1)).toMatchObject({ error: { retryAfterMs: HOUR } });
    expect(kit.sent).toHaveLength(1);
    await kit.clock.advance(HOUR);
    expect((await ask('person')).status).toBe(200);
  });

  it('without a header pauses for a while that grows', async () => {
    const kit = broken(429);
    const { ask } = kit.worker();
    await ask('job');
    await settled();
    expect((await kit.row())?.pausedUntil).toBe(kit.clock.now() + 5_000);
    await kit.clock.advance(5_000);
    await ask('job');
    await settled();
    expect((await kit.row())?.pausedUntil).toBe(kit.clock.now() + 10_000);
  });

  it('of one endpoint, with a short window, leaves the others alone', async () => {
    const kit = quotaKit();
    kit.answerWith(async () => response(429, { 'ratelimit-reset': '90' }));
    const { ask } = kit.worker();
    await ask('job', POST);
    kit.answerWith(async () => response(200));
    expect((await ask('job')).status).toBe(200);
    expect(await ask('job', POST)).toMatchObject({
      status: 429,
      headers: { 'ratelimit-reset': '90' },
    });
  });

  it('keeps a long pause although a shorter one is asked for after it', async () => {
    const kit = quotaKit();
    const { ask, governor } = kit.worker();
    const resets = ['7200', '5', '1200'];
    kit.answerWith(async () => response(429, { 'ratelimit-reset': resets.shift() ?? '' }));
    await Promise.all([ask('person'), ask('person'), ask('person')]);
    expect(await governor.meters()).toMatchObject([{ pausedUntil: kit.clock.now() + 2 * HOUR }]);
  });
});
