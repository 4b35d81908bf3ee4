import {
  createDrawerSession,
  type DrawerSession,
} from '../../../lib/engine/drawer/drawer-session.ts';
import type { SendChoices } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { ORIGIN } from '../../fixtures/settings.ts';
import type { Browser } from '../browser/browser.ts';
import type { Worker } from '../browser/worker.ts';
import type { World } from '../world/world.ts';

/** What became of one attempt to send. */
export type Sent =
  /** Confirmed: the job is on this browser's disk. */
  | { readonly kind: 'confirmed'; readonly jobId: string }
  /** The drawer had nothing to offer: a charge stands, or a job is under way (`jobId`). */
  | { readonly kind: 'stands'; readonly jobId: string | null }
  | { readonly kind: 'blocked'; readonly reasons: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string }
  /** The worker died under the drawer. */
  | { readonly kind: 'died' };

/** An open drawer, and the last that it showed. */
interface Open {
  readonly session: DrawerSession;
  readonly worker: Worker;
  readonly until: (done: (shown: DrawerSnapshot) => boolean) => Promise<DrawerSnapshot | null>;
}

/** Nobody looks at a drawer that does not move for longer. ms. */
const PATIENCE = 150_000;

async function openDrawer(world: World, browser: Browser, invoiceId: string): Promise<Open> {
  const worker = await browser.worker();
  const { ports, runner, sync } = worker;
  sync.noticed();
  let latest: DrawerSnapshot | null = null;
  const listeners = new Set<() => void>();
  const session = createDrawerSession(
    {
      engine: ports,
      runner: {
        ...runner,
        run: () => {
          browser.wake();
          return Promise.resolve();
        },
      },
      openOptions: () => Promise.resolve(),
    },
    { origin: ORIGIN, invoiceId },
    (push) => {
      if (push.type === 'snapshot') latest = push.snapshot;
      for (const listener of [...listeners]) listener();
    },
  );
  const until: Open['until'] = (done) =>
    new Promise((resolve) => {
      const end = (outcome: DrawerSnapshot | null) => {
        listeners.delete(listen);
        cancel();
        resolve(outcome);
      };
      const listen = () => {
        if (latest !== null && worker.isAlive() && done(latest)) end(latest);
      };
      const cancel = world.clock.at(world.clock.now() + PATIENCE, () => end(null));
      listeners.add(listen);
      listen();
    });
  return { session, worker, until };
}

/** Opens the invoice's drawer, reads what it proposes, confirms it, and looks at it for a while. */
async function sendInvoice(
  world: World,
  browser: Browser,
  invoiceId: string,
  choices: SendChoices = {},
): Promise<Sent> {
  const drawer = await openDrawer(world, browser, invoiceId);
  try {
    const shown = await drawer.until(({ busy }) => !busy);
    if (shown === null) return gone(drawer);
    if (Object.keys(choices).length > 0) {
      await drawer.session.handle({ verb: 'preview', choices: { ...choices } as never });
    }
    const offered = await drawer.until(({ busy }) => !busy);
    if (offered === null) return gone(drawer);
    return await decide(world, drawer, offered, choices);
  } catch (reason) {
    if (drawer.worker.isAlive()) throw reason;
    return { kind: 'died' };
  } finally {
    world.clock.at(world.clock.now() + world.dice.between(3, 40) * 1000, () => {
      drawer.session.close();
    });
  }
}

async function decide(
  world: World,
  drawer: Open,
  shown: DrawerSnapshot,
  choices: SendChoices,
): Promise<Sent> {
  const { plan, planId, failure, job } = shown;
  if (failure !== null && plan === null) return { kind: 'failed', code: failure.code };
  if (plan?.kind === 'blocked') {
    return { kind: 'blocked', reasons: plan.reasons.map(({ code }) => code) };
  }
  const isOffered = plan?.kind === 'new' || plan?.kind === 'update' || plan?.kind === 'adopt';
  if (!isOffered || planId === null) return { kind: 'stands', jobId: underWay(shown) };
  // A person reads before pressing.
  await world.clock.sleep(world.dice.between(700, 6000));
  await Promise.race([
    drawer.session.handle({ verb: 'confirm', planId, choices: { ...choices } as never }),
    drawer.until((later) => later.job !== null && later.job.id !== job?.id),
  ]);
  const after = await drawer.until(() => true);
  if (after === null || !drawer.worker.isAlive()) return { kind: 'died' };
  if (after.job !== null && after.job.id !== job?.id) {
    return { kind: 'confirmed', jobId: after.job.id };
  }
  return after.failure
    ? { kind: 'failed', code: after.failure.code }
    : { kind: 'stands', jobId: underWay(after) };
}

function underWay({ job }: DrawerSnapshot): string | null {
  const isOver = job === null || ['done', 'cancelled', 'blocked'].includes(job.state);
  return isOver ? null : job.id;
}

function gone({ worker }: Open): Sent {
  return worker.isAlive() ? { kind: 'failed', code: 'no-answer' } : { kind: 'died' };
}

/** The same, again after a pause wherever it came to nothing for a passing reason. */
export async function sendUntilConfirmed(
  world: World,
  browser: Browser,
  invoiceId: string,
  tries = 6,
): Promise<Sent> {
  let sent: Sent = { kind: 'died' };
  for (let made = 0; made < tries; made += 1) {
    sent = await sendInvoice(world, browser, invoiceId);
    if (sent.kind !== 'died' && sent.kind !== 'failed') return sent;
    await world.clock.sleep(world.dice.between(10, 180) * 1000);
  }
  return sent;
}
