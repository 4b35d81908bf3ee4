import { expect, it } from 'vitest';
import { readAttention } from '../../../../lib/engine/notify/attention.ts';
import { readReadableQueue } from '../../../../lib/engine/notify/readable-queue.ts';
import { setUp, type NoticeDesk } from './notice-desk.ts';

/** A job of a kind that needs a step, and has none: what a file may bring. */
async function bringOdd({ ledger }: NoticeDesk): Promise<void> {
  const [job] = await ledger.jobs.toArray();
  const odd = { ...job, id: 'f'.repeat(32), kind: 'counter', invoiceId: '987' };
  await ledger.jobs.put(odd as never);
}

it('a job that cannot be understood hides no other, and counts as one that waits', async () => {
  const { desk, notices } = await setUp();
  await desk.block(notices.ports, '8');
  await bringOdd(desk);
  const { jobs, odd } = await readReadableQueue(desk.ledger);
  expect(jobs.map(({ invoiceId }) => invoiceId)).toEqual(['8']);
  expect(odd).toMatchObject([{ invoiceId: '987', state: 'blocked' }]);
  expect(await readAttention(desk.ledger)).toEqual({ count: 2, paused: false });
  await notices.tell();
  expect(desk.standing.get('blocked')).toBeDefined();
});

it('a ledger that cannot be read is told, and is no empty queue', async () => {
  const { desk } = await setUp();
  desk.ledger.close();
  await expect(readReadableQueue(desk.ledger)).rejects.toThrow();
});
