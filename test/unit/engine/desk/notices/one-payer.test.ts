import { describe, expect, it } from 'vitest';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import { schemeForNewPayer } from '../../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import { readQueue } from '../../../../../lib/engine/outbox/queue-view.ts';
import type { NoticesJobRow } from '../../../../../lib/ledger/notice-rows.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import type { CreateJobRow } from '../../../../../lib/ledger/rows.ts';
import type { Fault } from '../../../../emulators/asaas/index.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { mortal } from '../../outbox/mortal.ts';
import { sent } from '../../outbox/sent.ts';
import { createWorkbench, letPass, type Workbench } from '../../workbench.ts';

const BATCH = { method: 'PUT', path: '/v3/notifications/batch' } as const;

const batches = (bench: Workbench) => bench.asaas.requests(BATCH);

function switches(bench: Workbench, event: string, scheduleOffset = 0) {
  const all = bench.asaas.snapshot().accounts.flatMap(({ notifications }) => notifications);
  return all.find((one) => one.event === event && one.scheduleOffset === scheduleOffset);
}

/** A provider whose payers Asaas tells, set up as `change` says. */
function benchWith(change: Parameters<Workbench['configure']>[0]): Workbench {
  const bench = createWorkbench();
  bench.configure((settings) => ({
    ...settings,
    sending: { ...settings.sending, notifier: 'asaas' },
  }));
  bench.configure(change);
  return bench;
}

/** A charge that was sent, its payer told by Asaas, and a drawer in which its notices are shown. */
async function opened(change: Parameters<Workbench['configure']>[0] = (same) => same) {
  const at = await sent(benchWith(change));
  await letPass(at.bench, [at.runner], 12);
  const drawer = openDrawerOf({ engine: at.ports, runner: at.runner });
  await drawer.until(({ charge }) => charge !== null);
  return { ...at, ...drawer };
}

async function shown(at: Awaited<ReturnType<typeof opened>>) {
  void at.session.handle({ verb: 'notices', open: true });
  return at.until(({ desk }) => desk.notices?.payer != null);
}

async function noticesJobs({ ports }: Pick<Awaited<ReturnType<typeof sent>>, 'ports'>) {
  const jobs = await ports.ledger.jobs.toArray();
  return jobs.filter((job): job is NoticesJobRow => job.kind === 'notices');
}

describe('what the drawer shows of Asaas’s notices', () => {
  it('asks Asaas nothing before it is opened', async () => {
    const at = await opened();
    expect(at.bench.asaas.requests({ path: '/v3/customers/*/notifications' })).toEqual([]);
    const { desk } = await shown(at);
    expect(desk.notices?.payer?.rows).toHaveLength(8);
  });

  it('tells prices as the fee table has them, and that they are unknown where it cannot be read', async () => {
    const at = await opened();
    expect((await shown(at)).desk.notices).toMatchObject({
      fees: { messaging: 99, whatsapp: 55, call: 55 },
      cost: { onTime: 99 },
    });
    const other = await opened();
    other.bench.asaas.addFault({
      path: '/v3/myAccount/fees/',
      fault: { kind: 'status', status: 403, body: '{}' },
      times: 0,
    });
    expect((await shown(other)).desk.notices).toMatchObject({
      fees: { messaging: null, whatsapp: null, call: null },
      cost: { onTime: null, late: null },
    });
  });

  it('warns when IXC tells the customer as well, and not once Asaas is silent', async () => {
    const at = await opened();
    const told = { email: true, sms: false, collection: true };
    at.bench.ixc.customer = { ...at.bench.ixc.customer, told };
    await shown(at);
    void at.session.handle({ verb: 'refresh' });
    // Another reading of the invoice leaves the notices open, and reads them anew.
    const warned = await at.until(({ desk }) => (desk.notices?.twice.length ?? 0) > 0);
    expect(warned.desk.notices?.twice).toEqual(['email', 'collection']);
    void at.session.handle({ verb: 'notices-silence', silenced: true });
    const after = await at.until(({ desk }) => desk.notices?.payer?.silenced === true);
    expect(after.desk.notices?.twice).toEqual([]);
  });
});

describe('one switch of one payer', () => {
  it('is changed at Asaas, and everything else stays as it was', async () => {
    const at = await opened();
    await shown(at);
    const before = switches(at.bench, 'PAYMENT_OVERDUE');
    void at.session.handle({ verb: 'notices-switch', slot: 'overdue', channel: 'sms', on: false });
    await at.until(({ desk }) => desk.notices?.job?.state === 'done');
    const after = await at.until(
      ({ desk }) =>
        desk.notices?.payer?.rows.find(({ slot }) => slot === 'overdue')?.channels.sms === false,
    );
    expect(after.desk.notices?.payer?.rows.find(({ slot }) => slot === 'received')).toMatchObject({
      channels: { email: true, sms: true },
    });
    expect(switches(at.bench, 'PAYMENT_OVERDUE')).toEqual({
      ...before,
      smsEnabledForCustomer: false,
    });
    expect(batches(at.bench)).toHaveLength(1);
  });

  it('is audited with ids and switches alone', async () => {
    const at = await opened();
    await shown(at);
    void at.session.handle({ verb: 'notices-switch', slot: 'overdue', channel: 'sms', on: false });
    await at.until(({ desk }) => desk.notices?.job?.state === 'done');
    const lines = await at.ports.ledger.audit.toArray();
    const own = lines.filter(({ action }) => action.includes('notices'));
    expect(own.map(({ action }) => action)).toEqual([
      'job.notices-queued',
      'notices.intent',
      'notices.changed',
    ]);
    const { name } = at.bench.ixc.customer;
    expect(JSON.stringify(own)).not.toContain(name);
  });

  it('waits for “Pausar tudo” in the queue, where it can be called off', async () => {
    const at = await opened();
    await shown(at);
    await writePaused(at.ports.ledger, true);
    void at.session.handle({
      verb: 'notices-switch',
      slot: 'created',
      channel: 'email',
      on: false,
    });
    await at.until(({ desk }) => desk.notices?.job !== null);
    await letPass(at.bench, [at.runner], 3);
    expect(batches(at.bench)).toEqual([]);
    const [own] = (await readQueue(at.ports.ledger)).filter(({ kind }) => kind === 'notices');
    expect(own).toMatchObject({ paused: true, cancellable: true });
    void at.session.handle({ verb: 'cancel-notices', jobId: own?.id ?? '' });
    await at.until(({ desk }) => desk.notices?.job?.state === 'cancelled');
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 3);
    expect(batches(at.bench)).toEqual([]);
  });

  const faults: readonly (readonly [string, Fault, number])[] = [
    ['dropped before it was carried out', { kind: 'drop-before-commit' }, 2],
    ['dropped after it was carried out', { kind: 'drop-after-commit' }, 1],
    ['a 5xx that hides a success', { kind: 'status', status: 500, carriedOut: true }, 1],
    ['a 5xx', { kind: 'status', status: 503 }, 2],
    ['too many requests', { kind: 'rate-limit' }, 2],
  ];
  it.each(faults)(
    '%s: a reading decides whether it is asked again',
    async (_name, fault, asked) => {
      const at = await opened();
      await shown(at);
      at.bench.asaas.addFault({ ...BATCH, fault });
      void at.session.handle({
        verb: 'notices-switch',
        slot: 'overdue',
        channel: 'sms',
        on: false,
      });
      await at.until(({ desk }) => desk.notices?.job != null);
      await letPass(at.bench, [at.runner], 10);
      expect(await noticesJobs(at)).toMatchObject([{ state: 'done' }]);
      expect(switches(at.bench, 'PAYMENT_OVERDUE')?.smsEnabledForCustomer).toBe(false);
      expect(batches(at.bench)).toHaveLength(asked);
    },
  );

  it.each([
    ['of another provider', 'ixc:outro:c:1'],
    ['of another system', 'LOJA-7'],
  ])('is refused on a payer %s', async (_whose, externalReference) => {
    const at = await opened();
    const [payer] = at.bench.asaas.snapshot().accounts.flatMap(({ customers }) => customers);
    at.bench.asaas.addFault({
      method: 'GET',
      path: `/v3/customers/${payer?.id ?? ''}`,
      fault: {
        kind: 'rubbish',
        body: JSON.stringify({ id: payer?.id, externalReference }),
      },
      times: 0,
    });
    expect((await shown(at)).desk.notices?.payer?.changeable).toBe(false);
    void at.session.handle({ verb: 'notices-switch', slot: 'overdue', channel: 'sms', on: false });
    await letPass(at.bench, [at.runner], 2);
    expect(await noticesJobs(at)).toEqual([]);
  });
});

describe('a payer that a sending creates', () => {
  const withScheme: Parameters<Workbench['configure']>[0] = (settings) => ({
    ...settings,
    sending: { ...settings.sending, notifier: 'asaas' },
    payerNotices: { grid: FRUGAL_GRID, newPayers: true },
  });

  async function sentWith(fault: Fault | null) {
    const at = await sent(benchWith(withScheme));
    if (fault) at.bench.asaas.addFault({ ...BATCH, fault, times: 0 });
    await letPass(at.bench, [at.runner], 12);
    return at;
  }

  it('gets the account’s scheme, by a job of its own', async () => {
    const at = await sentWith(null);
    expect(await noticesJobs(at)).toMatchObject([{ state: 'done', because: 'scheme' }]);
    expect(switches(at.bench, 'PAYMENT_CREATED')).toMatchObject({
      emailEnabledForCustomer: true,
      smsEnabledForCustomer: false,
    });
    expect(at.bench.live()).toHaveLength(1);
  });

  it('is charged once and in time whatever becomes of its notices', async () => {
    const at = await sentWith({ kind: 'status', status: 400, body: '{"errors":[{"code":"x"}]}' });
    expect(await noticesJobs(at)).toMatchObject([{ state: 'blocked' }]);
    expect(at.bench.posts()).toHaveLength(1);
    expect(at.bench.live()).toHaveLength(1);
  });

  it('gets it once, however often the sending passes by', async () => {
    const at = await sentWith(null);
    const job = (await at.ports.ledger.jobs.toArray()).find(({ kind }) => kind === 'create');
    await schemeForNewPayer(at.ports, job as CreateJobRow);
    expect(await noticesJobs(at)).toHaveLength(1);
  });

  it.each(Array.from({ length: 24 }, (_, steps) => steps + 1))(
    'gets it, and one charge, where the worker dies after %i steps',
    async (steps) => {
      const at = await sent(benchWith(withScheme));
      const doomed = mortal(at.ports, steps);
      await createRunner(doomed.ports)
        .run()
        .catch(() => undefined);
      const next = await at.profile.worker();
      await letPass(at.bench, [next.runner], 30);
      expect(at.bench.live()).toHaveLength(1);
      expect(await noticesJobs(at)).toMatchObject([{ state: 'done' }]);
      const payers = at.bench.asaas.requests({ method: 'POST', path: '/v3/customers' });
      expect(payers).toHaveLength(1);
    },
  );
});
