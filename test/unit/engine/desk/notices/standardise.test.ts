import { describe, expect, it } from 'vitest';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import { unfinishedEnd } from '../../../../../lib/engine/outbox/give-up.ts';
import { readQueue } from '../../../../../lib/engine/outbox/queue-view.ts';
import { cancel } from '../../../../../lib/engine/outbox/store.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

type World = Awaited<ReturnType<typeof noticedPayers>>;

/** What the payers are told now, as one text each. */
function toldBy(at: World, payerId: string): string {
  return at
    .noticesOf(payerId)
    .filter(({ enabled }) => enabled)
    .flatMap(({ event, scheduleOffset, ...flags }) => [
      ...(flags.emailEnabledForCustomer ? [`${event}/${scheduleOffset} email`] : []),
      ...(flags.smsEnabledForCustomer ? [`${event}/${scheduleOffset} sms`] : []),
    ])
    .toSorted()
    .join(', ');
}

const MAILED =
  'PAYMENT_CREATED/0 email, PAYMENT_DUEDATE_WARNING/0 email, PAYMENT_DUEDATE_WARNING/10 email, ' +
  'PAYMENT_OVERDUE/0 email, PAYMENT_OVERDUE/7 email, PAYMENT_RECEIVED/0 email, PAYMENT_UPDATED/0 email';

describe('standardising what Asaas tells payers', () => {
  it('changes nothing before a person has seen how many payers it is about', async () => {
    const at = await noticedPayers();
    expect(await at.survey()).toMatchObject({ ok: true });
    await at.runner.run();
    expect(await at.run()).toMatchObject({ phase: 'ready', state: 'waiting' });
    expect(await at.counts()).toMatchObject({ differs: 4, same: 0 });
    expect(at.writes()).toEqual([]);
  });

  it('changes every payer of ours, and nobody else’s', async () => {
    const at = await noticedPayers();
    const before = at.foreign.map((payer) => at.noticesOf(payer));
    await at.survey();
    await at.runner.run();
    expect(await at.confirm(4)).toMatchObject({ ok: true });
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'done' });
    expect(await at.counts()).toMatchObject({ changed: 4, failed: 0 });
    for (const payer of at.payers) expect(toldBy(at, payer)).toBe(MAILED);
    expect(at.foreign.map((payer) => at.noticesOf(payer))).toEqual(before);
    expect(at.batches()).toHaveLength(4);
  });

  it('leaves what the provider itself is told as it is', async () => {
    const at = await noticedPayers({ ours: 1 });
    const [payer = ''] = at.payers;
    const heard = () =>
      at.noticesOf(payer).filter(({ emailEnabledForProvider }) => emailEnabledForProvider).length;
    const before = heard();
    await at.survey();
    await at.runner.run();
    await at.confirm(1);
    await at.runner.run();
    expect(before).toBeGreaterThan(0);
    expect(heard()).toBe(before);
  });

  it('needs one request a payer where Asaas is to tell nothing', async () => {
    const at = await noticedPayers({ notifier: 'ixc' });
    at.seed(`ixc:${KEY}:c:900`, { notificationDisabled: true });
    await at.survey();
    await at.runner.run();
    const { differs } = await at.counts();
    await at.confirm(differs);
    await at.runner.run();
    expect(at.batches()).toEqual([]);
    expect(at.writes()).toHaveLength(differs);
    for (const payer of at.payers) expect(at.customer(payer)?.notificationDisabled).toBe(true);
  });

  it('is refused for another number of payers than it found, and for a scheme that changed', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    expect(await at.confirm(3)).toMatchObject({ error: { code: 'plan-outdated' } });
    at.choose({ ...FRUGAL_GRID, received: { ...FRUGAL_GRID.received, sms: true } });
    expect(await at.confirm(4)).toMatchObject({ error: { code: 'notices-outdated' } });
    await at.runner.run();
    expect(at.writes()).toEqual([]);
  });

  it('is refused while nobody has chosen who tells payers', async () => {
    const at = await noticedPayers();
    at.bench.configure((settings) => ({
      ...settings,
      sending: { ...settings.sending, notifier: null },
    }));
    expect(await at.survey()).toMatchObject({ error: { code: 'notices-unchosen' } });
  });

  it('ends by itself where everything is as it should be', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    await at.confirm(4);
    await at.runner.run();
    await at.bench.clock.advance(1000);
    await at.survey();
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'done', phase: 'reading' });
    expect(await at.counts()).toMatchObject({ same: 4, differs: 0 });
  });

  it('pauses between two payers and goes on where it was', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    await at.confirm(4);
    await at.hold(true);
    await letPass(at.bench, [at.runner], 5);
    expect(at.batches()).toEqual([]);
    await at.hold(false);
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ changed: 4 });
  });

  it('stops for “Pausar tudo”, and is not the worse for it', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    await at.confirm(4);
    await writePaused(at.ports.ledger, true);
    await letPass(at.bench, [at.runner], 20);
    expect(at.writes()).toEqual([]);
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 2);
    expect(await at.counts()).toMatchObject({ changed: 4, failed: 0 });
  });

  it('can be called off, and what was changed stays', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    await at.confirm(4);
    await at.hold(true);
    await at.runner.run();
    expect(await cancel(at.ports, (await at.run()).id)).toBe('cancelled');
    await letPass(at.bench, [at.runner], 2);
    expect(at.writes()).toEqual([]);
  });

  it('lists what Asaas refused, goes on with the others, and tries those again when asked', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: {
        kind: 'status',
        status: 400,
        body: '{"errors":[{"code":"invalid","description":"não"}]}',
      },
    });
    await at.confirm(4);
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'done' });
    expect(await at.counts()).toMatchObject({ changed: 3, failed: 1 });
    const { id: jobId } = await at.run();
    await at.bench.clock.advance(1000);
    await at.own['payer-notices/retry']({ verb: 'payer-notices/retry', jobId });
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ changed: 1, failed: 0, differs: 0 });
    expect(at.payers.map((payer) => toldBy(at, payer))).toEqual(at.payers.map(() => MAILED));
  });

  it('gives up a payer that Asaas says it changed and did not, after three times', async () => {
    const at = await noticedPayers({ ours: 1 });
    await at.survey();
    await at.runner.run();
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: { kind: 'rubbish', body: '{"notifications":[]}', carriedOut: false },
      times: 0,
    });
    await at.confirm(1);
    await letPass(at.bench, [at.runner], 5);
    expect(at.batches()).toHaveLength(3);
    expect(await at.counts()).toMatchObject({ failed: 1 });
  });

  it('leaves a payer alone whose reference became another’s since it was listed', async () => {
    const at = await noticedPayers({ ours: 2 });
    await at.survey();
    await at.runner.run();
    const [payer = ''] = at.payers;
    at.bench.asaas.addFault({
      method: 'GET',
      path: `/v3/customers/${payer}`,
      fault: {
        kind: 'rubbish',
        body: JSON.stringify({ id: payer, externalReference: 'LOJA-7' }),
      },
    });
    await at.confirm(2);
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ left: 1, changed: 1 });
    expect(at.batches()).toHaveLength(1);
  });

  it('ends where it is once its panel is gone, and keeps nobody from removing the account', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    expect(unfinishedEnd(await at.run())).toMatchObject({ state: 'cancelled' });
    await at.confirm(4);
    at.bench.configure((settings) => ({ ...settings, panels: [] }));
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'cancelled' });
    expect(at.writes()).toEqual([]);
  });

  it('is one line of the queue, which says that it waits for a person, and offers no other try', async () => {
    const at = await noticedPayers();
    await at.survey();
    await at.runner.run();
    expect(await readQueue(at.ports.ledger)).toMatchObject([
      {
        kind: 'notices-run',
        payers: { done: 4, all: 4, asksPerson: true },
        retryable: false,
        cancellable: true,
      },
    ]);
  });
});
