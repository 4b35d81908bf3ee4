import { describe, expect, it } from 'vitest';
import type { NoticePort } from '../../../../lib/engine/notify/notices.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { Death } from '../outbox/mortal.ts';
import { type NoticeDesk, setUp } from './notice-desk.ts';

/** Whatever happens in one pass: payments, a job that stopped, money that came in twice. */
async function eventful(desk: NoticeDesk, ports: EnginePorts): Promise<void> {
  desk.configure({ showNames: true });
  await desk.pay('1', '2');
  await desk.block(ports, '8');
  await desk.alarm('paid-on-both-sides', '5');
}

/**
 * A worker that dies after `steps` more calls to the disk, to IXC or to the operating system. The call
 * itself has its effect; nothing tried afterwards happens.
 */
function mortal(desk: NoticeDesk, ports: EnginePorts, steps: number) {
  let left = steps;
  const dying = <A extends unknown[], T>(call: (...args: A) => PromiseLike<T>) => {
    return async (...args: A): Promise<T> => {
      if (left <= 0) throw new Death();
      const outcome = await call(...args);
      left -= 1;
      if (left <= 0) throw new Death();
      return outcome;
    };
  };
  const { show, clear, toast } = desk.system;
  const port: NoticePort = { show: dying(show), clear: dying(clear), toast: dying(toast) };
  const ledger = new Proxy(ports.ledger, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'transaction' || typeof value !== 'function') return value;
      return dying((...args: unknown[]) => Reflect.apply(value, target, args) as Promise<unknown>);
    },
  });
  const { readSettings, ixc } = ports;
  const mortals = { ledger, readSettings: dying(readSettings), ixc: dying(ixc) };
  return { ports: { ...ports, ...mortals }, port, isDead: () => left <= 0 };
}

const standing = (desk: NoticeDesk) => Object.fromEntries(desk.standing);

async function undisturbed() {
  const { desk, notices } = await setUp('1', '2');
  await eventful(desk, notices.ports);
  await notices.tell();
  return { notices: standing(desk), shown: desk.told.length, toasts: desk.toasts };
}

async function dyingAfter(steps: number) {
  const { desk, notices } = await setUp('1', '2');
  await eventful(desk, notices.ports);
  const { ports, port, isDead } = mortal(desk, notices.ports, steps);
  const doomed = await desk.worker(ports, port);
  await doomed.tell().catch((reason: unknown) => {
    if (!(reason instanceof Death)) throw reason;
  });
  const next = await desk.worker();
  await next.tell();
  await next.tell();
  return { desk, died: isDead() };
}

describe('a worker that dies between any two steps of telling', () => {
  it('leaves the operating system exactly what was decided, and shows no notice a third time', async () => {
    const expected = await undisturbed();
    let deaths = 0;
    for (let steps = 1; steps < 60; steps += 1) {
      const { desk, died } = await dyingAfter(steps);
      if (!died) break;
      deaths += 1;
      expect({ steps, notices: standing(desk) }).toEqual({ steps, notices: expected.notices });
      // At most the one under way in that moment was shown twice, in its own place.
      expect(desk.told.length).toBeLessThanOrEqual(expected.shown + 1);
      // A word in the panel is said at most once: the row itself says it, too.
      expect(desk.toasts.length).toBeLessThanOrEqual(expected.toasts.length);
    }
    // Settings, one look at the ledger, four words, three notices with what follows each.
    expect(deaths).toBeGreaterThanOrEqual(11);
  });

  it('adds to the notice what happened before the next one came', async () => {
    const { desk, notices } = await setUp('1', '2');
    await desk.pay('1');
    // Dies once the notice is shown, before that is written down.
    const { ports, port } = mortal(desk, notices.ports, 5);
    await (await desk.worker(ports, port)).tell().catch(() => undefined);
    expect(desk.told).toHaveLength(1);
    await desk.pay('2');
    await (await desk.worker()).tell();
    expect(desk.standing.get('received')).toMatchObject({ count: 2, total: 20_000 });
  });
});

describe('an operating system that does not take a notice', () => {
  it('is asked again the next time, and is told the others meanwhile', async () => {
    const { desk, notices } = await setUp('1');
    await desk.pay('1');
    await desk.block(notices.ports, '8');
    const deaf = await desk.worker(
      {},
      {
        ...desk.system,
        show: (notice) =>
          notice.kind === 'received' ? Promise.reject(new Error('no')) : desk.system.show(notice),
      },
    );
    await deaf.tell();
    expect([...desk.standing.keys()]).toEqual(['blocked']);
    await notices.tell();
    expect([...desk.standing.keys()]).toEqual(['blocked', 'received']);
  });
});
