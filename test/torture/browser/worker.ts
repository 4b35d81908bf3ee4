import { createAsaasClient } from '../../../lib/asaas/client.ts';
import { fail, ok } from '../../../lib/billing/result.ts';
import { stopInherited } from '../../../lib/engine/data/stop-inherited.ts';
import { enqueueCounter } from '../../../lib/engine/outbox/counter-job.ts';
import { createRunner, type Runner } from '../../../lib/engine/outbox/runner.ts';
import type { EnginePorts } from '../../../lib/engine/ports.ts';
import { createGovernor } from '../../../lib/engine/quota/governor.ts';
import { createServerClock } from '../../../lib/engine/server-clock.ts';
import { createSync, type Sync } from '../../../lib/engine/sync/sync.ts';
import { createIxcClient } from '../../../lib/ixc/webservice/client.ts';
import { identify } from '../../../lib/ledger/installation.ts';
import type { JobRow } from '../../../lib/ledger/rows.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { ORIGIN } from '../../fixtures/settings.ts';
import { barePorts, seededBytes } from '../../unit/engine/engine-ports.ts';
import { kindOf, type Tally } from '../world/asked.ts';
import type { World } from '../world/world.ts';
import { HOUSES } from '../world/provider.ts';
import { type Disk, refusingWhen } from './disk.ts';
import { watchJobs } from './intents.ts';
import { transportOver } from './network.ts';

/** One life of a browser's worker. */
export interface Worker {
  readonly ports: EnginePorts;
  readonly runner: Runner;
  readonly sync: Sync;
  readonly isAlive: () => boolean;
  /** At whatever it is: nothing that it does from now on reaches the disk or a server. */
  readonly kill: () => void;
}

/** What a worker finds when it starts, and what may turn while it lives. */
export interface Surroundings {
  readonly name: string;
  readonly life: number;
  readonly seed: number;
  readonly disk: Disk;
  /** ms since the epoch, on this computer's own clock. */
  readonly now: () => number;
  readonly settings: () => Settings;
  readonly isLocked: () => boolean;
  readonly isDiskFull: () => boolean;
  readonly onWritten: (job: JobRow) => void;
}

/** Puts the product's engine together as the extension's worker does, over the emulated systems. */
export async function startWorker(world: World, about: Surroundings): Promise<Worker> {
  const { clock, dice, counts, asked } = world;
  const { now, disk, life, seed } = about;
  const state = { isAlive: true };
  const isAlive = () => state.isAlive;
  const ledger = watchJobs(refusingWhen(about.isDiskFull, disk.open()), about.onWritten);
  const random = seededBytes(seed * 100_000 + life);
  const makeId = () => Buffer.from(random(16)).toString('hex');
  const installation = await identify(ledger, disk.storage, makeId);
  const serverClock = await createServerClock(ledger, now);
  const readSettings = () => Promise.resolve(about.settings());
  const sleep = (ms: number) => clock.sleep(ms);
  const governor = createGovernor({ ledger, now, readSettings, sleep });
  const asaasFor =
    (tally: Tally): EnginePorts['asaas'] =>
    (account, purpose = 'job') => {
      const house = HOUSES.find(({ settings }) => settings.id === account.id);
      if (about.isLocked()) return Promise.resolve(fail({ code: 'locked' }));
      if (!house) return Promise.resolve(fail({ code: 'no-account' }));
      const wire = { clock, dice, isAlive, handle: world.asaas.handle };
      const transport = transportOver({
        ...wire,
        host: 'api-sandbox.asaas.com',
        onRequest: (request) => {
          counts[purpose] += 1;
          if (purpose !== 'sweep') tally[kindOf(request)] += 1;
        },
      });
      const client = createAsaasClient({
        transport: governor.govern(account.id, purpose, transport),
        credentials: { accountId: account.id, environment: 'sandbox', key: house.key },
        onExchange: ({ serverTime }) => {
          if (serverTime !== null) serverClock.observe(serverTime);
        },
      });
      return Promise.resolve(ok(client));
    };
  const ixcClient = createIxcClient({
    transport: transportOver({
      ...{ clock, dice, isAlive, handle: world.ixc.handle },
      host: new URL(ORIGIN).host,
      onRequest: () => (counts.ixc += 1),
    }),
    credentials: { origin: ORIGIN, token: world.ixc.token },
    sleep,
  });
  const ports = await barePorts({
    ledger,
    now,
    clock: serverClock,
    random,
    readSettings,
    governor,
    asaas: asaasFor(asked.drawer),
    ixc: () => Promise.resolve(ok({ source: 'direct', client: ixcClient })),
    owner: `${about.name}-life-${life}`,
    installationId: installation.id,
  });
  if (installation.inherits) await stopInherited(ports);
  return {
    ports,
    runner: createRunner({ ...ports, asaas: asaasFor(asked.operation) }),
    sync: createSync(ports, enqueueCounter),
    isAlive,
    kill: () => {
      state.isAlive = false;
      ledger.close({ disableAutoOpen: true });
    },
  };
}
