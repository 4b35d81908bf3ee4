import { describe, expect, it, vi } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { copyForRow } from '../../../../lib/engine/palette/row-copy.ts';
import { KNOWN } from '../../../emulators/ixc/index.ts';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { askedActs } from '../desk/acts/asked-acts.ts';
import { openPaletteOf } from './palette-kit.ts';

const ID = KNOWN.openInvoice.id;
const COPIES = { origin: ORIGIN, invoiceId: '1001' };

/** An Asaas whose codes take a moment, and whose charges cannot be read again. */
const asaas = {
  pixCode: async () => ok({ payload: '000201', imagePng: '', expiresAt: '2026-12-31 23:59:59' }),
  linhaDigitavel: async () => ok('1'.repeat(47)),
  getCharge: async () => fail({ kind: 'network' }),
  getPayer: async () => fail({ kind: 'network' }),
} as unknown as AsaasClient;

describe('an invoice that was received at the counter since it was last read', () => {
  it.each(['pix', 'linha', 'link', 'whatsapp'] as const)('gives its row no %s', async (what) => {
    const at = await askedActs();
    at.bench.asaas.edit(at.charge.id, { billingType: 'UNDEFINED' });
    at.receive();
    const tabs: string[] = [];
    const said = await copyForRow(at.ports, COPIES, what, (url) =>
      Promise.resolve(void tabs.push(url)),
    );
    expect([said, tabs]).toEqual([{ refused: 'closed-in-ixc' }, []]);
  });

  it('gives nothing in the palette that found it an hour ago', async () => {
    const desk = await openPaletteOf({ asaas: async () => ok(asaas) });
    await desk.charged(ID);
    await desk.search(ID);
    await desk.clock.advance(60 * 60_000);
    const row = await desk.ports.ledger.invoices.get([ORIGIN, ID]);
    if (!row) throw new Error('no invoice');
    const now = { ...row, status: 'received', open: cents(0), received: cents(9990) } as const;
    desk.read({ source: 'direct', client: { ...desk.client, invoice: async () => ok(now) } });
    expect(await desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' })).toEqual({
      refused: 'closed-in-ixc',
    });
  });

  it('does not keep a code back where IXC cannot say so, and waits three seconds for it at most', async () => {
    const desk = await openPaletteOf({ asaas: async () => ok(asaas) });
    await desk.charged(ID);
    await desk.search(ID);
    await desk.clock.advance(60 * 60_000);
    desk.read({ code: 'ixc-network' });
    const copy = () => desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' });
    expect(await copy()).toEqual({ text: '000201', left: 0 });
    const silent = { ...desk.client, invoice: () => new Promise<never>(() => undefined) };
    desk.read({ source: 'direct', client: silent });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const request = { verb: 'copy', turn: 90, invoiceId: ID, what: 'pix' } as const;
      void desk.session.handle(request);
      while (vi.getTimerCount() === 0) await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(2_900);
      expect(desk.pushed('copied').at(-1)?.turn).not.toBe(90);
      await vi.advanceTimersByTimeAsync(200);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => {
      const outcome = { text: '000201', left: 0 };
      expect(desk.pushed('copied').at(-1)).toEqual({ type: 'copied', turn: 90, outcome });
    });
  });

  it('is asked about in IXC at the same time as the codes, not before them', async () => {
    const asked: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const slow = {
      ...asaas,
      pixCode: async (...id: Parameters<AsaasClient['pixCode']>) => {
        asked.push('pix');
        await held;
        return asaas.pixCode(...id);
      },
    };
    const desk = await openPaletteOf({ asaas: async () => ok(slow) });
    await desk.charged(ID);
    await desk.search(ID);
    await desk.clock.advance(60 * 60_000);
    const client = {
      ...desk.client,
      invoice: async (id: string) => {
        asked.push('invoice');
        await held;
        return desk.client.invoice(id);
      },
    };
    desk.read({ source: 'direct', client });
    const copied = desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' });
    await vi.waitFor(() => expect(asked.toSorted()).toEqual(['invoice', 'pix']));
    letGo();
    expect(await copied).toEqual({ text: '000201', left: 0 });
  });
});

describe("somebody else's charge", () => {
  it.each(['pix', 'whatsapp'] as const)('is given no %s of in a row', async (what) => {
    const at = await askedActs();
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, customerId: '999', document: '99999' };
    at.bench.ixc.customer = { ...at.bench.ixc.customer, id: '999', name: 'Outra Pessoa' };
    await at.bench.clock.advance(60_000);
    const tabs: string[] = [];
    const said = await copyForRow(at.ports, COPIES, what, (url) =>
      Promise.resolve(void tabs.push(url)),
    );
    expect([said, tabs]).toEqual([{ refused: 'unproven' }, []]);
  });
});

describe('a message from the palette or a row', () => {
  it('is written down, without what it says, and counts among the day’s', async () => {
    const at = await askedActs();
    const dailyCap = 1;
    at.bench.ixc.customer = { ...at.bench.ixc.customer, mobilePhone: '(11) 98765-4321' };
    at.bench.configure((settings) => ({
      ...settings,
      messages: { ...settings.messages, dailyCap },
    }));
    const tabs: string[] = [];
    const open = (url: string) => Promise.resolve(void tabs.push(url));
    expect(await copyForRow(at.ports, COPIES, 'whatsapp', open)).toEqual({ opened: true });
    const rows = await at.ports.ledger.messages.toArray();
    expect(rows).toMatchObject([
      { state: 'opened', channel: 'whatsapp', template: 'second-copy', invoiceIds: ['1001'] },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/98765|000201|Ol[áa]/);
    const audit = await at.ports.ledger.audit.toArray();
    expect(audit.filter(({ action }) => action === 'message.opened')).toHaveLength(1);

    expect(await copyForRow(at.ports, COPIES, 'whatsapp', open)).toEqual({ refused: 'cap' });
    expect(tabs).toHaveLength(1);
    // A code is no message.
    expect(await copyForRow(at.ports, COPIES, 'link', open)).toHaveProperty('code');
  });
});
