import { describe, expect, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import { sendAtOnce } from '../../../../lib/engine/panel/one-click.ts';
import { day } from '../../../fixtures/day.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { createWorkbench, ORIGIN, type Workbench } from '../workbench.ts';

/** A provider that sends by one click, and its customer known to Asaas, which is to tell it nothing. */
function ready({ oneClick = true, notificationDisabled = true } = {}): Workbench {
  const bench = createWorkbench();
  bench.configure((settings) => ({ ...settings, sending: { ...settings.sending, oneClick } }));
  seedPerson(bench, { externalReference: `ixc:${KEY}:c:77`, notificationDisabled });
  return bench;
}

async function click(bench: Workbench) {
  const { ports, runner } = await bench.browser().worker();
  const isSent = await sendAtOnce(ports, ORIGIN, '1001');
  await runner.run();
  return { isSent, ports };
}

describe('one click on a row', () => {
  it('sends what needs nobody’s eye, and the audit says how', async () => {
    const bench = ready();
    const { isSent, ports } = await click(bench);
    expect(isSent).toBe(true);
    expect(bench.live()).toHaveLength(1);
    const [queued] = await ports.ledger.audit.toArray();
    expect(queued).toMatchObject({ action: 'job.queued', detail: { atOnce: true } });
  });

  it('sends once, however often it comes', async () => {
    const bench = ready();
    const { ports, runner } = await bench.browser().worker();
    const clicks = [1, 2, 3].map(() => sendAtOnce(ports, ORIGIN, '1001'));
    await Promise.all(clicks);
    expect(await sendAtOnce(ports, ORIGIN, '1001')).toBe(false);
    await runner.run();
    expect(bench.live()).toHaveLength(1);
    expect(await sendAtOnce(ports, ORIGIN, '1001')).toBe(false);
  });

  const changed = (change: Partial<Workbench['ixc']['invoice']>) => (bench: Workbench) => {
    bench.ixc.invoice = { ...bench.ixc.invoice, ...change };
  };
  it.each<[string, (bench: Workbench) => void]>([
    ['it is read in the operator’s session', (bench) => (bench.ixc.source = 'session')],
    ['nothing reads IXC', (bench) => (bench.ixc.source = 'hand')],
    ['the invoice is overdue', changed({ dueDate: day('2026-11-12') })],
    ['a warning is to be read', changed({ hasBoletoNumber: true })],
    ['the invoice may not be sent', changed({ protested: true })],
    ['a charge looks the same', (bench) => seedLookalike(bench)],
    [
      'the customer is not known to Asaas',
      (bench) =>
        (bench.ixc.customer = { ...bench.ixc.customer, document: '24971563792', id: '78' }),
    ],
  ])('opens the drawer where %s', async (_why, make) => {
    const bench = ready();
    make(bench);
    const { isSent, ports } = await click(bench);
    expect(isSent).toBe(false);
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.count()).toBe(0);
  });

  it('opens the drawer where a waiver is the rule for overdue ones', async () => {
    const bench = ready();
    changed({ dueDate: day('2026-11-12') })(bench);
    bench.configure((settings) => {
      const overdue = { ...settings.sending.overdue, accrued: 'waive' as const };
      return { ...settings, sending: { ...settings.sending, overdue } };
    });
    expect((await click(bench)).isSent).toBe(false);
  });

  it('opens the drawer where the carteira, and a gateway in it, could not be read', async () => {
    const bench = ready();
    const { ports } = await bench.browser().worker({
      ixc: bench.reading({
        carteira: () => Promise.resolve(fail({ kind: 'refused', detail: 'sem permissão' })),
      }),
    });
    expect(await sendAtOnce(ports, ORIGIN, '1001')).toBe(false);
    expect(await ports.ledger.jobs.count()).toBe(0);
  });

  it('opens the drawer where Asaas would tell the customer and is not to', async () => {
    expect((await click(ready({ notificationDisabled: false }))).isSent).toBe(false);
  });

  it('opens the drawer unless it was switched on', async () => {
    expect((await click(ready({ oneClick: false }))).isSent).toBe(false);
  });

  it('opens the drawer for a panel that nobody authorised, and while locked', async () => {
    const bench = ready();
    const { ports } = await bench.browser().worker();
    expect(await sendAtOnce(ports, 'https://outro.example', '1001')).toBe(false);
    const locked = await bench.browser().worker({
      ixc: () => Promise.resolve(fail({ code: 'locked' })),
    });
    expect(await sendAtOnce(locked.ports, ORIGIN, '1001')).toBe(false);
  });
});
