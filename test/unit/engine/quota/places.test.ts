import { describe, expect, it } from 'vitest';
import type { Purpose } from '../../../../lib/engine/ports.ts';
import { held, quotaKit, request, settled } from './quota-kit.ts';

async function started(...purposes: readonly Purpose[]) {
  const kit = quotaKit();
  const transport = held();
  kit.answerWith(transport.answer);
  const { ask } = kit.worker();
  const answers = purposes.map((purpose) => ask(purpose).then(({ status }) => status));
  await settled();
  return { kit, transport, ask, answers };
}

const many = (purpose: Purpose, count: number): Purpose[] =>
  Array.from({ length: count }, () => purpose);

describe('the places of one account', () => {
  it('are eight, and a place that is left is taken at once', async () => {
    const { kit, transport } = await started(...many('person', 12));
    expect(kit.sent).toHaveLength(8);
    transport.letGo(1);
    await settled();
    expect(kit.sent).toHaveLength(9);
    transport.letGo();
    await settled();
    expect(kit.sent).toHaveLength(12);
  });

  it('are never all taken by work that nobody looks at', async () => {
    const { kit, ask } = await started(...many('sweep', 8), ...many('job', 20));
    expect(kit.sent.map(({ purpose }) => purpose)).toEqual([
      ...many('sweep', 4),
      ...many('job', 3),
    ]);
    void ask('person');
    await settled();
    expect(kit.sent.at(-1)?.purpose).toBe('person');
  });

  it('go to people, then to jobs, then to sweeps, in the order of their coming', async () => {
    const { kit, transport, ask } = await started(...many('person', 8));
    for (const purpose of ['sweep', 'job', 'person', 'job', 'person'] as const) {
      void ask(purpose, request(`/v3/payments/pay_${String(kit.sent.length)}`));
      await settled();
    }
    transport.letGo(8);
    await settled();
    expect(kit.sent.slice(8).map(({ purpose }) => purpose)).toEqual([
      'person',
      'person',
      'job',
      'job',
      'sweep',
    ]);
  });

  it('come to a sweep although people never stop coming', async () => {
    const { kit, transport, ask } = await started(...many('person', 8));
    void ask('sweep');
    await settled();
    for (let n = 0; n < 20; n += 1) void ask('person');
    await settled();
    for (let turn = 0; turn < 8; turn += 1) {
      transport.letGo(1);
      await settled();
    }
    expect(kit.sent.slice(8).map(({ purpose }) => purpose)).toEqual([
      ...many('person', 7),
      'sweep',
    ]);
  });

  it('are not waited for longer than a job is held: what is too late is put off, and never sent', async () => {
    const { kit, transport, ask } = await started(...many('person', 8));
    const post = ask('job', request('/v3/payments', 'POST'));
    await settled();
    await kit.clock.advance(12_001);
    transport.letGo();
    expect(await post).toMatchObject({ status: 429 });
    expect(kit.sent).toHaveLength(8);
  });

  it('keep whoever has one: nothing that was let in is dropped or asked twice', async () => {
    const { kit, transport, answers } = await started(...many('job', 7), ...many('person', 6));
    transport.letGo();
    await settled();
    transport.letGo();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 13 }, () => 200));
    expect(kit.sent).toHaveLength(13);
  });
});
