import { describe, expect, it, vi } from 'vitest';
import { createPanelDesk } from '../../../../lib/engine/panel/panel-desk.ts';
import { rowStates } from '../../../../lib/engine/panel/row-states.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import type { StatesPush } from '../../../../lib/messages/panel.ts';
import type { PanelSettings } from '../../../../lib/settings/settings.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { panelOf } from '../readings.ts';
import { createWorkbench, ORIGIN, type Workbench } from '../workbench.ts';

const OFFER = { id: '1001', group: 'unsent', canSend: true, onlyIfShownOpen: true };

function desk(engine: EnginePorts) {
  const pushed: StatesPush[] = [];
  const panels = createPanelDesk({
    engine,
    push: (_origin, message) => {
      pushed.push(message);
      return Promise.resolve();
    },
    noticed: () => undefined,
  });
  return { states: panels.states, announce: panels.announce, pushed };
}

function configured(bench: Workbench, change: Partial<PanelSettings>): PanelSettings {
  bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, ...change })),
  }));
  return panelOf(bench);
}

/** An invoice with a charge, in a browser that knows of it. */
async function charged(): Promise<{ bench: Workbench; ports: EnginePorts }> {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  return { bench, ports };
}

describe('the rows of a panel that nothing reads', () => {
  it('offer to send what the page itself shows open, once that is known', async () => {
    const bench = createWorkbench();
    bench.ixc.source = 'hand';
    const { ports } = await bench.browser().worker();
    const { states, pushed } = desk(ports);
    expect((await states(ORIGIN, ['1001', '1002'])).states[0]).toMatchObject({ canSend: false });
    await vi.waitFor(() => {
      expect(pushed[0]?.states).toMatchObject([OFFER, { ...OFFER, id: '1002' }]);
    });
    expect(pushed[0]?.problem).toBeNull();
    expect((await states(ORIGIN, ['1001'])).states).toMatchObject([OFFER]);
    expect(pushed).toHaveLength(1);
  });

  it('offer it at once where the operator chose to type', async () => {
    const bench = createWorkbench();
    bench.ixc.source = 'hand';
    configured(bench, { source: 'hand', tokenHint: null });
    const { ports } = await bench.browser().worker();
    expect(await desk(ports).states(ORIGIN, ['1001'])).toEqual({
      states: [{ ...OFFER, seenAt: null }],
      problem: null,
    });
  });

  it.each([{ status: 'received' }, { renegotiated: true }, { released: false }] as const)(
    'offer nothing where an earlier reading speaks against it: %j',
    async (earlier) => {
      const bench = createWorkbench();
      const { ports } = await bench.browser().worker();
      const invoice = { ...bench.ixc.invoice, origin: ORIGIN, readAt: ports.now() };
      await ports.ledger.invoices.put({ ...invoice, ...earlier });
      await ports.ledger.invoices.put({ ...invoice, id: '1002' });
      const rows = await rowStates(ports, panelOf(bench), ['1001', '1002'], 'hand');
      expect(rows).toMatchObject([{ canSend: false }, { ...OFFER, id: '1002' }]);
    },
  );

  it('offer nothing beside a charge', async () => {
    const { bench, ports } = await charged();
    const [row] = await rowStates(ports, panelOf(bench), ['1001'], 'hand');
    expect(row).toMatchObject({ group: 'open', canSend: false });
    expect(row).not.toHaveProperty('onlyIfShownOpen');
  });
});

describe('the rows of a panel read in the operator’s session', () => {
  it('offer what was read, and of the rest what the page shows open', async () => {
    const bench = createWorkbench();
    bench.ixc.source = 'session';
    const { ports } = await bench.browser().worker();
    await ports.ledger.invoices.put({
      ...bench.ixc.invoice,
      status: 'received',
      origin: ORIGIN,
      readAt: ports.now(),
    });
    const rows = await rowStates(ports, panelOf(bench), ['1001', '1002'], 'session');
    expect(rows).toMatchObject([{ canSend: false }, { ...OFFER, id: '1002' }]);
  });

  it('are asked for a screenful at a time', async () => {
    const bench = createWorkbench();
    bench.ixc.source = 'session';
    const asked: number[] = [];
    const { ports } = await bench.browser().worker({
      ixc: bench.reading({
        invoices: (ids) => {
          asked.push(ids.length);
          return Promise.resolve({
            ok: true,
            value: ids.map((id) => ({ ...bench.ixc.invoice, id })),
          });
        },
      }),
    });
    const ids = Array.from({ length: 200 }, (_, index) => String(index + 1));
    const { states, pushed } = desk(ports);
    await states(ORIGIN, ids);
    await vi.waitFor(() => {
      expect(pushed).toHaveLength(1);
    });
    expect(asked).toEqual([60]);
  });
});

describe('a panel without a confirmed key', () => {
  it('shows the charges of the account’s own CNPJ, and sends nothing', async () => {
    const { bench, ports } = await charged();
    const panel = configured(bench, { providerKey: null });
    expect(await rowStates(ports, panel, ['1001', '1002'])).toMatchObject([
      { group: 'open', canSend: false },
      { group: 'unsent', canSend: false },
    ]);
    expect((await desk(ports).states(ORIGIN, ['1001'])).problem).toBe('not-configured');
  });

  it('guesses at no other key, even where the account’s charges carry no other', async () => {
    const { bench, ports } = await charged();
    await ports.ledger.charges.toCollection().modify({ providerKey: 'antiga.example' });
    const panel = configured(bench, { providerKey: null });
    expect(await rowStates(ports, panel, ['1001'])).toMatchObject([{ group: 'unsent' }]);
  });

  it('shows those of its aliases', async () => {
    const { bench, ports } = await charged();
    const panel = configured(bench, { providerKey: 'nova.example', aliases: [KEY] });
    expect(await rowStates(ports, panel, ['1001'])).toMatchObject([{ group: 'open' }]);
    const { announce, pushed } = desk(ports);
    await announce({ providerKey: KEY, invoiceId: '1001' });
    expect(pushed[0]?.states).toMatchObject([{ group: 'open', canSend: false }]);
  });
});

describe('a panel that bills by fatura', () => {
  it('gets no marks, says why, and is not read', async () => {
    const { bench, ports } = await charged();
    configured(bench, { billsByFatura: true });
    const reads = bench.ixc.reads;
    expect(await desk(ports).states(ORIGIN, ['1001'])).toEqual({
      states: [],
      problem: 'billed-by-fatura',
    });
    expect(bench.ixc.reads).toBe(reads);
  });
});
