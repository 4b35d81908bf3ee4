import fc from 'fast-check';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { enqueueCounter } from '../../../../lib/engine/outbox/counter-job.ts';
import { retryJob } from '../../../../lib/engine/outbox/retry.ts';
import { createRunner, type Runner } from '../../../../lib/engine/outbox/runner.ts';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createSync, type Sync } from '../../../../lib/engine/sync/sync.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import type { Fault } from '../../../emulators/asaas/index.ts';
import { day } from '../../../fixtures/day.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { Death, mortal } from './mortal.ts';

/** One browser of the model: its present life, and what it may not do. */
interface Seat {
  readonly live: () => Promise<void>;
  ports: EnginePorts;
  runner: Runner;
  sync: Sync;
  isPaused: boolean;
  /** Every job that was ever handed over. */
  readonly jobs: Set<string>;
}

/** Two installations in front of one Asaas and one IXC, for one invoice that both were told to send. */
export interface House {
  readonly bench: Workbench;
  readonly seats: readonly Seat[];
  /** Requests that changed something while their browser was paused. */
  readonly whilePaused: string[];
}

const WRITES: ReadonlySet<string | symbol> = new Set([
  'createCharge',
  'updateCharge',
  'deleteCharge',
  'receiveInCash',
  'createPayer',
]);

export async function createHouse(): Promise<House> {
  const bench = createWorkbench();
  const whilePaused: string[] = [];
  const seats = await Promise.all([0, 1].map(() => seatAt(bench, whilePaused)));
  for (const { ports, jobs } of seats) jobs.add((await bench.confirm(ports)).id);
  return { bench, seats, whilePaused };
}

async function seatAt(bench: Workbench, whilePaused: string[]): Promise<Seat> {
  const profile = bench.browser();
  const watched = (seat: { isPaused: boolean }, client: AsaasClient): AsaasClient =>
    new Proxy(client, {
      get: (target, name, receiver) => {
        if (WRITES.has(name) && seat.isPaused) whilePaused.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  const worker = async (seat: { isPaused: boolean }) => {
    const { ports: bare } = await profile.worker();
    const asaas: EnginePorts['asaas'] = async (account) => {
      const client = await bare.asaas(account);
      return client.ok ? ok(watched(seat, client.value)) : client;
    };
    const ports = { ...bare, asaas };
    return { ports, runner: createRunner(ports), sync: createSync(ports, enqueueCounter) };
  };
  const mark = { isPaused: false };
  const seat: Seat = Object.assign(mark, await worker(mark), {
    jobs: new Set<string>(),
    live: async () => {
      Object.assign(mark, await worker(mark));
    },
  });
  return seat;
}

type Command = fc.AsyncCommand<object, House>;

function command(text: string, run: (house: House) => Promise<unknown>): Command {
  return {
    check: () => true,
    run: async (_model, house) => {
      await run(house);
    },
    toString: () => text,
  };
}

const NEWEST = (a: { createdAt: number }, b: { createdAt: number }) => b.createdAt - a.createdAt;

async function newestJob({ ports }: Seat) {
  return (await ports.ledger.jobs.toArray()).toSorted(NEWEST)[0];
}

const onSeat = (name: string, run: (seat: Seat, house: House) => Promise<unknown>) =>
  fc.nat({ max: 1 }).map((at) =>
    command(`${name}(${at})`, async (house) => {
      const seat = house.seats[at];
      if (seat) await run(seat, house);
    }),
  );

const FAULTS: readonly Fault[] = [
  { kind: 'drop-before-commit' },
  { kind: 'drop-after-commit' },
  { kind: 'late-commit', seconds: 45 },
  { kind: 'late-commit', seconds: 400 },
  { kind: 'late-commit', seconds: 760 },
  { kind: 'list-lag', seconds: 90 },
  { kind: 'list-lag', seconds: 400 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502, carriedOut: true },
  { kind: 'rate-limit', resetSeconds: 30 },
  { kind: 'empty-401' },
  { kind: 'truncated-body' },
];

/** What makes a charge that nobody sees yet. */
const UNSEEN: readonly Fault[] = FAULTS.filter(
  ({ kind }) => kind === 'late-commit' || kind === 'list-lag',
);

const WHERE = [
  { method: 'POST', path: '/v3/payments' },
  { method: 'POST', path: '/v3/**' },
  { method: 'PUT', path: '/v3/**' },
  { method: 'DELETE', path: '/v3/**' },
  { method: 'GET', path: '/v3/**' },
] as const;

const IXC_EDITS = [
  { status: 'open', open: cents(9990), received: cents(0), paidOn: null },
  { status: 'open', open: cents(7000), received: cents(0), paidOn: null },
  { status: 'partial', open: cents(5990), received: cents(4000), paidOn: null },
  { status: 'received', open: cents(0), received: cents(9990), paidOn: day('2026-11-22') },
  { status: 'cancelled', open: cents(0), received: cents(0), paidOn: null },
] as const;

/** What people, payers and networks do to the outbox. */
export const commands = fc.commands<object, House, false>(
  [
    onSeat('confirm', async ({ ports, jobs }, { bench }) => {
      jobs.add((await bench.confirm(ports).catch(() => ({ id: '' }))).id);
    }),
    onSeat('confirm and run', async (seat, { bench }) => {
      seat.jobs.add((await bench.confirm(seat.ports).catch(() => ({ id: '' }))).id);
      await seat.runner.run();
    }),
    onSeat('cancel', async (seat) => cancel(seat.ports, (await newestJob(seat))?.id ?? '')),
    onSeat('retry', async (seat) => retryJob(seat.ports, (await newestJob(seat))?.id ?? '')),
    onSeat('pause', async (seat) => {
      await writePaused(seat.ports.ledger, true);
      seat.isPaused = true;
    }),
    onSeat('resume', async (seat) => {
      await writePaused(seat.ports.ledger, false);
      seat.isPaused = false;
    }),
    onSeat('sweep', ({ sync }) => sync.now()),
    fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 30 })).map(([at, steps]) =>
      command(`kill(${at}, after ${steps})`, async ({ seats }) => {
        const seat = seats[at];
        if (!seat) return;
        await createRunner(mortal(seat.ports, steps).ports)
          .run()
          .catch((reason: unknown) => {
            if (!(reason instanceof Death)) throw reason;
          });
        await seat.live();
      }),
    ),
    fc.constant(
      command('both run', ({ seats }) => Promise.all(seats.map(({ runner }) => runner.run()))),
    ),
    fc.constantFrom(1, 3, 12).map((minutes) =>
      command(`pass(${minutes} min)`, ({ bench, seats }) =>
        letPass(
          bench,
          seats.map(({ runner }) => runner),
          minutes,
        ),
      ),
    ),
    fc
      .tuple(fc.constantFrom(...FAULTS), fc.constantFrom(...WHERE))
      .map(([fault, where]) =>
        command(`fault(${where.method} ${JSON.stringify(fault)})`, async ({ bench }) =>
          bench.asaas.addFault({ ...where, fault }),
        ),
      ),
    fc
      .constantFrom(...UNSEEN)
      .map((fault) =>
        command(`unseen(${JSON.stringify(fault)})`, async ({ bench }) =>
          bench.asaas.addFault({ method: 'POST', path: '/v3/payments', fault, times: 2 }),
        ),
      ),
    fc.constant(
      command('pay', async ({ bench }) => {
        const open = bench.live().find(({ status }) => status === 'PENDING');
        if (open) bench.asaas.pay(open.id);
      }),
    ),
    fc.constantFrom(...IXC_EDITS).map((edit) =>
      command(`ixc(${edit.status} ${edit.open})`, async ({ bench }) => {
        bench.ixc.invoice = { ...bench.ixc.invoice, ...edit };
      }),
    ),
  ],
  { maxCommands: 20, size: 'max' },
);

/** No more faults and no pause: what can come to an end does. */
export async function settle({ bench, seats }: House): Promise<void> {
  bench.asaas.clearFaults();
  for (const seat of seats) {
    await writePaused(seat.ports.ledger, false);
    seat.isPaused = false;
  }
  const runners = seats.map(({ runner }) => runner);
  await letPass(bench, runners, 30);
  for (const { sync } of seats) await sync.now();
  await letPass(bench, runners, 6);
  for (const { sync } of seats) await sync.now();
  await letPass(bench, runners, 15);
}
