import { describe, expect, it } from 'vitest';
import { withAttemptCode } from '../../../../lib/billing/attempt-code.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { sweepCounter } from '../../../../lib/engine/sync/counter-sweep.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import { createIxcClient } from '../../../../lib/ixc/webservice/client.ts';
import type { CounterStep } from '../../../../lib/ledger/rows.ts';
import type { PanelSettings } from '../../../../lib/settings/settings.ts';
import { createIxcEmulator } from '../../../emulators/ixc/index.ts';
import { account, ORIGIN, panel, settings } from '../../../fixtures/settings.ts';
import { createJob } from '../data/jobs-of-a-file.ts';
import { watching } from './counter-watch.ts';
import { MINUTE } from './two-sides.ts';

const COPY = 'https://homologacao.provedor.example';

describe('an invoice that is not the one the charge was made for', () => {
  it.each([
    ['that charges nothing', { accountId: null }],
    ['that charges in the same account', { accountId: account.id }],
  ])('in a copy of the base %s changes nothing, and is told', async (_which, change) => {
    const { sides, browser, invoiceId } = await watching();
    const copy = createIxcEmulator({ clock: sides.clock, customers: 20, invoices: 30 });
    const made = copy.control.addInvoice({ customerId: '7', cents: 9_990, dueDate: '2026-11-20' });
    expect(made.id).toBe(invoiceId);
    copy.control.editInvoice(invoiceId, { status: 'C' });
    const client = createIxcClient({
      transport: createTransport({
        fetch: (input, init) => copy.handle(new Request(input, init)),
        allowedHosts: () => new Set([new URL(COPY).host]),
        hasPermission: () => Promise.resolve(true),
      }),
      credentials: { origin: COPY, token: copy.token },
      sleep: () => Promise.resolve(),
    });
    const second: PanelSettings = { ...panel, origin: COPY, ...change };
    const ports = {
      ...browser.ports,
      readSettings: () => Promise.resolve({ ...settings, panels: [panel, second] }),
      ixc: (origin: string) =>
        origin === COPY
          ? Promise.resolve(ok({ source: 'direct' as const, client }))
          : browser.ports.ixc(origin),
    };
    const steps: CounterStep[] = [];
    const atCopy = () =>
      sweepCounter(ports, second, {
        watched: true,
        now: true,
        enqueue: (_ports, { step }) => Promise.resolve(steps.push(step)),
      });
    await atCopy();
    // The other address of one and the same IXC would read it at about the same time.
    expect(await browser.alerts()).toEqual([]);
    await sides.clock.advance(3 * MINUTE);
    await browser.counter();
    await atCopy();
    expect(steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([
      { kind: 'counter-differs', invoiceId, detail: { why: 'unproven', origin: COPY } },
    ]);
    // The panel that proves what it says takes nothing of it back.
    await browser.counter();
    expect(await browser.alerts()).toHaveLength(1);
  });

  it('but another customer’s under its number in a restored base changes nothing, at any later look either', async () => {
    const { sides, browser, invoiceId, look } = await watching();
    expect(await browser.ledger.invoices.get([ORIGIN, invoiceId])).toMatchObject({
      customerId: '7',
    });
    const other = { id_cliente: '8', valor: '50.00', valor_aberto: '50.00', status: 'C' };
    sides.ixc.editInvoice(invoiceId, other);
    await look();
    await look(13 * 60 * MINUTE);
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ detail: { why: 'unproven' } }]);
  });

  it('is looked at again, and not judged, while payers cannot be read', async () => {
    const { sides, browser, invoiceId, look } = await watching();
    sides.ixc.cancel(invoiceId);
    sides.asaas.addFault({
      method: 'GET',
      path: '/v3/customers/*',
      fault: { kind: 'status', status: 500 },
      times: 1,
    });
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toEqual([]);
    await look();
    expect(browser.steps).toMatchObject([{ step: { kind: 'cancel' } }]);
  });
});

describe('one IXC under two addresses', () => {
  const SECOND: PanelSettings = { ...panel, origin: 'https://ixc.provedor.example' };

  /** Both panels charge; `madeHere`: the charge was sent by the first, in this browser. */
  async function atTwoAddresses(madeHere: boolean) {
    const watched = await watching();
    const { sides, browser, charge, invoiceId } = watched;
    const ports = {
      ...browser.ports,
      readSettings: () => Promise.resolve({ ...settings, panels: [panel, SECOND] }),
    };
    if (madeHere) {
      const code = 'H7K2M';
      sides.asaas.edit(charge.id, { description: withAttemptCode('Mensalidade', code) });
      await browser.only('open');
      const { createdAt } = charge;
      const by = { installationId: 'here', accountId: account.id, environment: 'sandbox' } as const;
      const attempt = { ...by, request: 'charge', code, at: createdAt, outcome: 'done' } as const;
      const made = { invoiceId, createdAt, chargeId: charge.id, attempts: [attempt] };
      await browser.ledger.jobs.put(createJob({ ...made, customerId: '7', source: 'direct' }));
    }
    const steps: string[] = [];
    const sweep = (one: PanelSettings) =>
      sweepCounter(ports, one, {
        watched: true,
        now: true,
        enqueue: (_ports, { origin, step }) =>
          Promise.resolve(steps.push(`${origin} ${step.kind}`)),
      });
    await Promise.all([sweep(SECOND), sweep(panel)]);
    const lookAtBoth = async () => {
      await sides.clock.advance(3 * MINUTE);
      await Promise.all([sweep(SECOND), sweep(panel)]);
    };
    return { ...watched, steps, sweep, lookAtBoth };
  }

  it('closes the charge once, by the address that made it, and tells nobody', async () => {
    const { sides, browser, invoiceId, steps, lookAtBoth } = await atTwoAddresses(true);
    sides.ixc.receive(invoiceId);
    await lookAtBoth();
    await lookAtBoth();
    expect(new Set(steps)).toEqual(new Set([`${ORIGIN} close`]));
    expect(await browser.alerts()).toEqual([]);
  });

  it('tells once, not twice, where nobody here made the charge', async () => {
    const { sides, browser, invoiceId, steps, lookAtBoth } = await atTwoAddresses(false);
    sides.ixc.receive(invoiceId);
    for (let look = 0; look < 3; look += 1) await lookAtBoth();
    expect(steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ detail: { why: 'unproven', origin: ORIGIN } }]);
  });

  it('tells by the second address what the first does not look at any more', async () => {
    const { sides, browser, invoiceId, sweep } = await atTwoAddresses(true);
    await sides.clock.advance(20 * MINUTE);
    sides.ixc.receive(invoiceId);
    await sweep(SECOND);
    expect(await browser.alerts()).toMatchObject([
      { detail: { why: 'unproven', origin: SECOND.origin } },
    ]);
  });
});

describe('many invoices that are cancelled at once', () => {
  it('take no charge with them, and one alert tells a person', async () => {
    const { sides, browser, all, look } = await watching(25);
    for (const { invoiceId } of all) sides.ixc.cancel(invoiceId);
    await look();
    const [alert, ...others] = await browser.alerts();
    expect(alert).toMatchObject({ detail: { why: 'many', count: 25 }, chargeIds: [] });
    expect(others).toEqual([]);
    // Those that are left once a person has dealt with the others are held as well.
    for (const { charge } of all.slice(0, 15)) sides.asaas.delete(charge.id);
    await browser.only('open');
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ detail: { why: 'many', count: 10 } }]);
  });

  it('follow one by one where they are a handful', async () => {
    const { sides, browser, all, look } = await watching(25);
    for (const { invoiceId } of all.slice(0, 20)) sides.ixc.cancel(invoiceId);
    await look();
    expect(browser.steps).toHaveLength(20);
  });
});
