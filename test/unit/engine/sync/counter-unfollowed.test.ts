import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { sweepCounter } from '../../../../lib/engine/sync/counter-sweep.ts';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import { ORIGIN, panel, settings } from '../../../fixtures/settings.ts';
import { MINUTE, twoSides } from './two-sides.ts';

type Browser = Awaited<ReturnType<ReturnType<typeof twoSides>['browser']>>;

/** The browser's own ports, with an IXC that answers some things otherwise. */
async function answering({ ports }: Browser, change: Partial<IxcClient>) {
  const reader = await ports.ixc(ORIGIN);
  if (!reader.ok || reader.value.source === 'hand') throw new Error('no reader');
  const client = { ...reader.value.client, ...change };
  return { ...ports, ixc: () => Promise.resolve(ok({ source: 'direct' as const, client })) };
}

const look = (ports: Browser['ports'], followed: unknown[] = []) =>
  sweepCounter(ports, panel, {
    watched: true,
    now: true,
    enqueue: (_ports, work) => Promise.resolve(followed.push(work)),
  });

describe('what the counter does', () => {
  it('is followed for a charge under a key that the panel used before', async () => {
    const sides = twoSides();
    const withAlias = { ...panel, aliases: ['chave-antiga'] };
    const browser = await sides.browser({
      readSettings: () => Promise.resolve({ ...settings, panels: [withAlias] }),
    });
    const { id = '' } = sides.ixc.addInvoice({
      customerId: '7',
      cents: 9_990,
      dueDate: '2026-11-20',
    });
    const charge = sides.seed({ externalReference: `ixc:chave-antiga:${id}` });
    await browser.settle();
    const followed: unknown[] = [];
    const enqueue = (_ports: unknown, work: unknown) => Promise.resolve(followed.push(work));
    const turn = { watched: true, now: true, enqueue };
    await sweepCounter(browser.ports, withAlias, turn);
    await sides.clock.advance(3 * MINUTE);
    sides.ixc.receive(id);
    await sweepCounter(browser.ports, withAlias, turn);
    expect(followed).toMatchObject([
      { providerKey: 'chave-antiga', targetId: charge.id, step: { kind: 'close' } },
    ]);
  });

  it('is told where an invoice is no longer there though its charge can be paid, until it is', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { charge, invoiceId } = sides.charged();
    sides.charged();
    await browser.settle();
    await browser.counter();
    const gone = await answering(browser, {
      invoices: async (ids) => {
        const reader = await browser.ports.ixc(ORIGIN);
        if (!reader.ok || reader.value.source === 'hand') throw new Error('no reader');
        const answer = await reader.value.client.invoices(ids);
        return answer.ok ? ok(answer.value.filter(({ id }) => id !== invoiceId)) : answer;
      },
    });
    await sides.clock.advance(7 * 60 * MINUTE);
    await look(gone);
    expect(await browser.alerts()).toMatchObject([
      { kind: 'counter-differs', chargeIds: [charge.id], detail: { why: 'gone' } },
    ]);
    await sides.clock.advance(7 * 60 * MINUTE);
    await look(browser.ports);
    expect(await browser.alerts()).toEqual([]);
  });

  it('is told, and asked about ever more rarely, where the token may not read whose invoice it is', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const stranger = sides.asaas.seedCustomer('acc_sandbox', {
      name: 'Fulana Exemplo',
      cpfCnpj: '52998224725',
    });
    const all = Array.from({ length: 10 }, () => sides.charged({ customer: stranger.id }));
    await browser.settle();
    await browser.counter();
    const refusing = await answering(browser, {
      customer: () => Promise.resolve(fail({ kind: 'refused', detail: 'sem permissão' })),
    });
    for (const { invoiceId } of all) sides.ixc.receive(invoiceId);
    const before = browser.asked.asaas;
    const followed: unknown[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      await sides.clock.advance(3 * MINUTE);
      await look(refusing, followed);
    }
    expect(followed).toEqual([]);
    expect(await browser.alerts()).toHaveLength(10);
    expect((await browser.alerts())[0]?.detail).toMatchObject({ why: 'unread' });
    expect(browser.asked.asaas - before).toBeLessThan(60);
  });
});
