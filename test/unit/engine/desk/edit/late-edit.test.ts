import { describe, expect, it } from 'vitest';
import { day } from '../../../../fixtures/day.ts';
import { editedCharge, PUT } from './edited.ts';

const FIRST = { dueDate: day('2026-12-20'), reason: 'primeira data' } as const;
const SECOND = { dueDate: day('2026-12-28'), reason: 'segunda data' } as const;

/** A new date whose first request Asaas carries out nine minutes late. */
async function lateDate() {
  const at = await editedCharge();
  at.bench.asaas.addFault({ ...PUT, fault: { kind: 'late-commit', seconds: 9 * 60 } });
  await at.askAndRun(FIRST);
  return at;
}

describe('a change of which one request may be carried out late', () => {
  it('holds the invoice until it cannot, so that nothing agreed later is put back', async () => {
    const at = await lateDate();
    await at.later(3);
    expect(at.bench.live()).toMatchObject([{ dueDate: FIRST.dueDate }]);
    expect((await at.newest())?.activeKey).toBeDefined();
    expect(await (await at.drawer()).view()).toMatchObject({ refusal: { code: 'under-way' } });
    await at.later(12);
    expect(await at.newest()).toMatchObject({ state: 'done' });
    await at.askAndRun(SECOND);
    await at.later(20);
    expect(at.bench.live()).toMatchObject([{ dueDate: SECOND.dueDate }]);
  });

  it('is over at once where its only request did it', async () => {
    const at = await editedCharge();
    at.bench.asaas.addFault({ ...PUT, fault: { kind: 'drop-after-commit' } });
    await at.askAndRun(FIRST);
    await at.later(2);
    expect(await at.newest()).toMatchObject({ state: 'done' });
    expect(at.puts()).toHaveLength(1);
  });

  it('does not end while the request may still come over what another change asks for', async () => {
    const at = await lateDate();
    // IXC has another date by now: what was confirmed is not asked for again.
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, dueDate: day('2026-12-12') };
    await at.later(3);
    expect((await at.newest())?.activeKey).toBeDefined();
    await at.later(15);
    expect((await at.newest())?.activeKey).toBeUndefined();
  });
});
