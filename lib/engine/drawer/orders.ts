import type { SendChoices } from '../../billing/send-plan.types.ts';
import type { TypedInvoice } from '../../messages/drawer.ts';
import { enqueueChange, enqueueCreate } from '../outbox/enqueue.ts';
import { fillBlanks } from '../outbox/payer/fill-blanks.ts';
import { runSoon, type Runner } from '../outbox/runner.ts';
import { cancel } from '../outbox/store.ts';
import { renewOverride } from '../send/under-override.ts';
import { orderOf } from './order.ts';
import type { DrawerReading, DrawerScreen } from './reading.ts';
import { settleSaid, type Said } from './settle-said.ts';
import { isUnderWay } from './standing.ts';

export interface DrawerOrders {
  /** Writes the job of the plan on screen; another plan than `planId` is refused. */
  readonly confirm: (planId: string, choices: SendChoices) => Promise<void>;
  readonly type: (typed: TypedInvoice) => Promise<void>;
  readonly cancelJob: (jobId: string) => Promise<void>;
  readonly settle: (said: Said) => Promise<void>;
}

/** What a person asks for in one drawer: each is written down before anything is done. */
export function createDrawerOrders(
  at: DrawerScreen,
  { preview }: Pick<DrawerReading, 'preview'>,
  runner: Runner,
): DrawerOrders {
  const { engine, origin, invoiceId, show, standing } = at;

  async function confirm(planId: string, choices: SendChoices): Promise<void> {
    const { gathered, plan } = at.memory;
    if (await jobUnderWay()) return show();
    const order = orderOf(at.memory, planId);
    if (!order || !plan || plan.kind === 'blocked' || plan.kind === 'duplicate') {
      await preview(choices);
      at.memory = { ...at.memory, failure: at.memory.failure ?? { code: 'plan-outdated' } };
      return show();
    }
    // The confirmation is the reading of what was typed: its ten minutes begin now.
    const { typed = null } = gathered ?? {};
    if (typed !== null) await engine.typed.write(origin, invoiceId, typed);
    if (order.choices.payerOverride) await renewOverride(engine, origin, invoiceId);
    if (plan.kind === 'update' || plan.kind === 'adopt') {
      await enqueueChange(engine, order, plan.charge.id);
    } else {
      const creation = await enqueueCreate(engine, order);
      if (gathered) await fillBlanks(engine, order, creation, gathered.facts, plan);
    }
    at.memory = { ...at.memory, choices: {}, plan: null, planId: null };
    await show();
    runSoon(runner);
  }

  /** Keeps what the operator typed, and plans with it. */
  async function type(typed: TypedInvoice): Promise<void> {
    const kept = await engine.typed.write(origin, invoiceId, typed);
    if (kept.ok) return preview(at.memory.choices);
    at.memory = { ...at.memory, failure: kept.error };
    return show();
  }

  /** A second confirmation of what is already on its way changes nothing. */
  async function jobUnderWay(): Promise<boolean> {
    return isUnderWay((await standing()).job);
  }

  async function cancelJob(jobId: string): Promise<void> {
    // Only this invoice's: a drawer speaks for no other.
    const { job } = await standing();
    const outcome = job?.id === jobId ? await cancel(engine, jobId) : 'too-late';
    await preview({});
    if (outcome === 'asked') runSoon(runner);
    if (outcome !== 'too-late') return;
    at.memory = { ...at.memory, failure: at.memory.failure ?? { code: 'cancel-too-late' } };
    return show();
  }

  async function settle(said: Said): Promise<void> {
    const { job } = await standing();
    const { plan } = at.memory;
    at.memory = { ...at.memory, busy: true, failure: null };
    await show();
    const outcome = await settleSaid(engine, { origin, job, plan }, said);
    await preview({});
    if (!outcome.ok) {
      at.memory = { ...at.memory, failure: at.memory.failure ?? outcome.error };
      return show();
    }
    runSoon(runner);
  }

  return { confirm, type, cancelJob, settle };
}
