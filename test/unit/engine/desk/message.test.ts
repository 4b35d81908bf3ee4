import { describe, expect, it, vi } from 'vitest';
import { letPass, ORIGIN } from '../workbench.ts';
import { sweepRetention } from '../../../../lib/engine/data/retention.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { eraseSubject } from '../../../../lib/engine/data/erase-subject.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import {
  charged,
  everythingIn,
  messageDesk,
  openDesk,
  refusedAnswer,
  unknownAnswer,
} from './message-kit.ts';

const IXC = { ixcAction: { kind: 'sms', gatewayId: '3' } } as const;

async function ready(change: Parameters<typeof messageDesk>[0] = {}) {
  const desk = messageDesk(change);
  await charged(desk);
  return desk;
}

describe('a message', () => {
  it('is opened in WhatsApp as it was left, and stays open until the operator says what became of it', async () => {
    const desk = await ready();
    const drawer = await openDesk(desk);
    const { draft, kinds } = await drawer.compose('second-copy');
    expect(kinds).toEqual(['second-copy', 'due-soon']);
    const said = `${draft?.text ?? ''}\nAté logo`;
    const shown = await drawer.out('whatsapp', said);
    const url = new URL(desk.tabs[0] ?? '');
    expect(url.href).toMatch(/^https:\/\/wa\.me\/55\d{10,11}\?text=/);
    expect(url.searchParams.get('text')).toBe(said);
    expect(shown).toMatchObject({
      draft: null,
      refusal: null,
      cap: { used: 1, most: 50 },
      log: [{ state: 'opened', channel: 'whatsapp', template: 'second-copy', charges: 1 }],
    });

    const again = await openDesk(desk);
    const [logged] = again.shown().log;
    await again.session.handle({
      verb: 'message-settle',
      id: logged?.id ?? '',
      as: 'sent',
    });
    expect(again.shown().log).toMatchObject([{ state: 'sent' }]);
    // What was said once is not unsaid.
    const id = logged?.id ?? '';
    await again.session.handle({ verb: 'message-settle', id, as: 'not-sent' });
    expect(again.shown().log).toMatchObject([{ state: 'sent' }]);
  });

  it('leaves neither its text nor a telephone nor a name in the ledger', async () => {
    const desk = await ready(IXC);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    await drawer.out('whatsapp', 'frase que ninguém guarda');
    await drawer.compose('second-copy');
    await drawer.out('ixc', 'outra frase que ninguém guarda');
    expect(desk.asked).toHaveLength(1);
    const kept = await everythingIn(desk);
    const { name, mobilePhone, phone } = desk.bench.ixc.customer;
    const secrets = ['ninguém guarda', 'ninguem guarda', name, mobilePhone, phone];
    for (const secret of secrets) {
      if (secret) expect(kept).not.toContain(secret);
    }
  });

  it('is not opened once the charge is not what it says any more', async () => {
    const desk = await ready();
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const [charge] = await desk.ledger.charges.toArray();
    if (charge) await desk.ledger.charges.put({ ...charge, status: 'RECEIVED' });
    expect(await drawer.out('whatsapp')).toMatchObject({ refusal: { code: 'outdated' } });
    expect(desk.tabs).toEqual([]);
  });

  it('goes to nobody whose telephone does not exist, and says where to correct it', async () => {
    const desk = await ready();
    desk.bench.ixc.customer = {
      ...desk.bench.ixc.customer,
      mobilePhone: '98765-4321',
      phone: null,
    };
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    expect(await drawer.out('whatsapp')).toMatchObject({ refusal: { code: 'phone-invalid' } });
    expect(await drawer.out('copy')).toMatchObject({ refusal: null });
    expect(desk.tabs).toEqual([]);
  });
});

describe('the daily cap', () => {
  it('holds across drawers, workers and days, and counts no message that was not sent', async () => {
    const desk = await ready({ dailyCap: 2 });
    for (let times = 0; times < 2; times += 1) {
      const drawer = await openDesk(desk);
      await drawer.compose('second-copy');
      await drawer.out('whatsapp');
    }
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const refused = await drawer.out('whatsapp');
    // 22 November, 12 h in São Paulo: it frees at midnight there.
    const freesAt = Date.parse('2026-11-23T03:00:00Z');
    expect(refused.refusal).toEqual({ code: 'cap', most: 2, freesAt });
    expect(desk.tabs).toHaveLength(2);

    const id = refused.log[0]?.id ?? '';
    await drawer.session.handle({ verb: 'message-settle', id, as: 'not-sent' });
    expect(drawer.shown().cap.used).toBe(1);
    await drawer.out('whatsapp');
    expect(desk.tabs).toHaveLength(3);
    await desk.bench.clock.advance(freesAt - desk.bench.clock.now());
    await drawer.compose('second-copy');
    expect(drawer.shown().cap.used).toBe(0);
  });
});

describe("IXC's own message", () => {
  it('is asked for once, with the text as it reads without accents', async () => {
    const desk = await ready(IXC);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const shown = await drawer.out('ixc', 'Olá, você!');
    expect(desk.asked).toMatchObject([{ kind: 'sms', gatewayId: '3', text: 'Ola, voce!' }]);
    expect(shown.log).toMatchObject([{ state: 'sent', channel: 'ixc-sms' }]);
    // A second press of the same draft finds it gone.
    expect(await drawer.out('ixc', 'Olá, você!')).toMatchObject({ refusal: { code: 'outdated' } });
    expect(desk.asked).toHaveLength(1);
    const jobs = await desk.ledger.jobs.where({ state: 'done' }).toArray();
    expect(jobs.filter(({ kind }) => kind === 'message')).toHaveLength(1);
  });

  it('keeps nobody waiting: the drawer answers while IXC thinks', async () => {
    const desk = await ready(IXC);
    let answer: (ended: typeof unknownAnswer) => void = () => undefined;
    desk.ixc.answer = () => new Promise((resolve) => (answer = resolve));
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const shown = await drawer.out('ixc');
    expect(shown).toMatchObject({ draft: null, log: [{ state: 'sending' }] });
    // The same message again, meanwhile, from here or from another drawer: refused, and IXC not asked. The charge
    // is what it was, so the text stays.
    for (const one of [drawer, await openDesk(desk)]) {
      expect(await one.compose('second-copy')).toMatchObject({ draft: { kind: 'second-copy' } });
      expect(await one.out('ixc')).toMatchObject({
        refusal: { code: 'unknown-before' },
        draft: { kind: 'second-copy', tries: 1 },
      });
    }
    expect(desk.asked).toHaveLength(1);
    answer(unknownAnswer);
    await vi.waitFor(() => {
      expect(drawer.shown().log).toMatchObject([{ state: 'unknown' }]);
    });
  });

  it('is not asked for where it was not allowed, nor while everything is paused', async () => {
    const off = await ready();
    const drawer = await openDesk(off);
    await drawer.compose('second-copy');
    expect(await drawer.out('ixc')).toMatchObject({ refusal: { code: 'ixc-off' } });

    const paused = await ready(IXC);
    await writePaused(paused.ledger, true);
    const other = await openDesk(paused);
    await other.compose('second-copy');
    expect(await other.out('ixc')).toMatchObject({ refusal: { code: 'paused' } });
    expect([off.asked, paused.asked]).toEqual([[], []]);
    expect(await paused.ledger.messages.count()).toBe(0);
  });

  it.each([
    ['an answer that never came', unknownAnswer, 'unknown', 'check-in-ixc'],
    ['a refusal', refusedAnswer, 'not-sent', 'ixc-error'],
  ] as const)('after %s is never repeated, and says so', async (_what, answer, state, code) => {
    const desk = await ready(IXC);
    desk.ixc.answer = () => Promise.resolve(answer);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    expect((await drawer.out('ixc')).log).toMatchObject([{ state }]);
    for (let minute = 0; minute < 30; minute += 1) {
      await desk.bench.clock.advance(60_000);
      await drawer.runner.run();
    }
    expect(desk.asked).toHaveLength(1);
    const [job] = await desk.ledger.jobs.where({ state: 'blocked' }).toArray();
    expect(job).toMatchObject({ kind: 'message', failure: { code } });
    expect(job?.activeKey).toBeUndefined();
  });

  it('whose worker died before the answer is nobody’s to ask for again', async () => {
    const desk = await ready(IXC);
    desk.ixc.answer = () => new Promise(() => undefined);
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    const { draft } = drawer.shown();
    void drawer.session.handle({
      verb: 'message-out',
      by: 'ixc',
      draft: draft?.id ?? -1,
      subject: '',
      text: 'Olá',
    });
    await expect.poll(() => desk.asked.length).toBe(1);
    drawer.session.close();

    const next = await desk.profile.worker();
    await next.runner.run();
    expect(await desk.ledger.messages.toArray()).toMatchObject([{ state: 'sending' }]);
    await desk.bench.clock.advance(90_000);
    await next.runner.run();
    expect(await desk.ledger.messages.toArray()).toMatchObject([{ state: 'unknown' }]);
    const [job] = await desk.ledger.jobs.where({ state: 'blocked' }).toArray();
    expect(job).toMatchObject({ failure: { code: 'check-in-ixc' } });
    expect(desk.asked).toHaveLength(1);
  });
});

/** A whole pass of what is no longer kept, as if it were then. */
async function retentionSwept(ports: EnginePorts, at: number): Promise<void> {
  for (let times = 0; times < 10; times += 1) await sweepRetention({ ...ports, now: () => at });
}

describe('what is kept of a message', () => {
  it('goes with the customer, and after thirteen months', async () => {
    const desk = await ready();
    const drawer = await openDesk(desk);
    await drawer.compose('second-copy');
    await drawer.out('whatsapp');
    const [row] = await desk.ledger.messages.toArray();
    if (!row) throw new Error('no message');
    await desk.ledger.messages.put({
      ...row,
      id: 'f'.repeat(32),
      customerId: '78',
      invoiceIds: ['9'],
    });
    await letPass(desk.bench, [drawer.runner], 15);
    const erased = await eraseSubject(drawer.ports, { origin: ORIGIN, customerId: '77' });
    expect(erased.ok).toBe(true);
    expect(await desk.ledger.messages.toArray()).toMatchObject([{ customerId: '78' }]);

    await retentionSwept(drawer.ports, row.at + 390 * 86_400_000);
    expect(await desk.ledger.messages.count()).toBe(1);
    await retentionSwept(drawer.ports, row.at + 400 * 86_400_000);
    expect(await desk.ledger.messages.count()).toBe(0);
  });
});
