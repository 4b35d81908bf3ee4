import type { AsaasClient } from '../../asaas/client.types.ts';
import { planSend } from '../../billing/send-plan.ts';
import type { SendChoices } from '../../billing/send-plan.types.ts';
import type {
  DrawerPush,
  DrawerRequest,
  InsteadSource,
  TypedInvoice,
} from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Runner } from '../outbox/runner.ts';
import { enqueueChange, enqueueCreate } from '../outbox/enqueue.ts';
import { cancel } from '../outbox/store.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { forPurpose } from '../quota/for-purpose.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { lookForInstead } from '../ixc-source/tried-ways.ts';
import { gatherFacts } from '../send/gather.ts';
import { unforeseenView } from '../setup/failures.ts';
import { accountFee } from './account-fee.ts';
import { chosenInstead, isInsteadWanted, sourceAfter } from './chosen-instead.ts';
import { paymentCodes } from './payment-codes.ts';
import { settleSaid, type Said } from './settle-said.ts';
import { orderOf } from './order.ts';
import { blankMemory, drawerSnapshot } from './snapshot.ts';
import { invoiceStanding, isUnderWay, standingMark } from './standing.ts';

export interface DrawerSession {
  readonly handle: (request: DrawerRequest) => Promise<void>;
  readonly close: () => void;
}

export interface DrawerPorts {
  readonly engine: EnginePorts;
  readonly runner: Runner;
  readonly openOptions: () => Promise<void>;
}

/**
 * One open drawer: reads everything of one invoice, plans, takes the confirmation, and tells what
 * happens. It confirms nothing by itself, and everything it remembers can be read again.
 */
export function createDrawerSession(
  { engine: shared, runner, openOptions }: DrawerPorts,
  { origin, invoiceId }: { readonly origin: string; readonly invoiceId: string },
  post: (push: DrawerPush) => void,
): DrawerSession {
  const engine = forPurpose(shared, 'person');
  let memory = blankMemory(origin, invoiceId);
  let closed = false;
  let vaultTurns = 0;
  let turn: Promise<void> = Promise.resolve();

  /** One thing at a time: a confirmation waits for the reading before it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch((error: unknown) => {
      memory = { ...memory, busy: false, failure: unforeseenView(error) };
      return show();
    });
    return turn;
  }

  async function show(): Promise<void> {
    const snapshot = await drawerSnapshot(engine, await engine.readSettings(), memory);
    if (!closed) post({ type: 'snapshot', snapshot });
  }

  async function preview(choices: SendChoices): Promise<void> {
    memory = { ...memory, choices, busy: true, failure: null, instead: null };
    await show();
    const settings = await engine.readSettings();
    const panel = settings.panels.find((known) => known.origin === origin);
    if (!panel) {
      memory = { ...memory, busy: false, failure: { code: 'panel-unknown' } };
      return show();
    }
    const vaultTurn = vaultTurns;
    const gathered = await gatherFacts(engine, panel, invoiceId, choices, memory.chosen?.source);
    // Locked while it was read: the names must not be shown, and the turn itself reads again.
    if (vaultTurn !== vaultTurns) return;
    const stands = await standing();
    const mark = standingMark(stands);
    if (!gathered.ok) {
      const looks = isInsteadWanted(panel, gathered.error, memory.chosen);
      memory = {
        ...memory,
        mark,
        gathered: null,
        plan: null,
        planId: null,
        source: sourceAfter(gathered.error, memory.source),
        busy: false,
        failure: gathered.error,
        instead: looks ? 'looking' : null,
      };
      if (looks) look(panel, gathered.error);
      return show();
    }
    const { facts, account, client } = gathered.value;
    const plan = planSend(facts);
    // What was read beside a job that is under way is old when it ends.
    const offers = !isUnderWay(stands.job);
    memory = {
      ...memory,
      mark,
      gathered: gathered.value,
      plan: offers ? plan : null,
      planId: offers ? confirmationOf(plan, facts.invoice, facts.customer) : null,
      source: facts.source,
      busy: false,
    };
    await show();
    if (offers && account && client && plan.kind === 'new') {
      const fee = await accountFee(engine, client, account.id, plan.draft.billingType);
      if (vaultTurn !== vaultTurns) return;
      memory = { ...memory, fee };
      await show();
    }
    await showCodes();
  }

  /** Beside the turns: it may take long, and whoever tries again meanwhile must not wait for it. */
  function look(panel: PanelSettings, failure: FailureView): void {
    lookForInstead(engine, panel, invoiceId)
      .catch(() => null)
      .then((instead) => {
        if (memory.failure !== failure || memory.instead !== 'looking') return;
        memory = { ...memory, instead };
        return show();
      })
      .catch(() => undefined);
  }

  async function readBy(source: InsteadSource): Promise<void> {
    const chosen = chosenInstead(memory.instead, source);
    if (chosen === null) return show();
    memory = { ...memory, chosen };
    return preview({});
  }

  /** By the panel's own choice of sources, whatever was chosen instead; what was charged so stays on screen. */
  async function refresh(): Promise<void> {
    const { chosen, choices } = memory;
    memory = { ...memory, chosen: null };
    await preview(choices);
    if (chosen === null || memory.gathered !== null || !(await standing()).charge) return;
    memory = { ...memory, chosen };
    return preview(choices);
  }

  async function showCodes(): Promise<void> {
    const { gathered } = memory;
    const { charge, isConfirmed, isProven } = await standing();
    if (!gathered || !charge || !isConfirmed || !isProven) return;
    const client = await clientOf(charge.accountId);
    if (!client) return;
    const codes = await paymentCodes(engine, client, charge);
    // Another turn of the vault came between: what was read belongs to nobody now.
    if (memory.gathered !== gathered) return;
    memory = { ...memory, codes };
    await show();
  }

  /** A charge is asked about in its own account, whichever charges the invoice now. */
  async function clientOf(accountId: string): Promise<AsaasClient | null> {
    const { accounts } = await engine.readSettings();
    const account = accounts.find(({ id }) => id === accountId);
    const client = account ? await engine.asaas(account) : null;
    return client?.ok ? client.value : null;
  }

  /** The ledger changed: a plan made before is void while a job stands, and made anew when it is over. */
  async function follow(): Promise<void> {
    const stands = await standing();
    if (!isUnderWay(stands.job) && standingMark(stands) === memory.mark) return show();
    const { failure } = memory;
    memory = { ...memory, choices: {}, plan: null, planId: null };
    if (isUnderWay(stands.job)) return show();
    await preview({});
    // The answer to a click on "confirm" is not for a reading that nobody asked for to take away.
    if (failure?.code !== 'plan-outdated' || memory.failure !== null) return;
    memory = { ...memory, failure };
    return show();
  }

  async function standing() {
    return invoiceStanding(engine, await engine.readSettings(), { origin, invoiceId });
  }

  async function confirm(planId: string, choices: SendChoices): Promise<void> {
    const { gathered, plan } = memory;
    // A second confirmation of what is already on its way changes nothing.
    if (isUnderWay((await standing()).job)) return show();
    const order = orderOf(memory, planId);
    if (!order || !plan || plan.kind === 'blocked' || plan.kind === 'duplicate') {
      await preview(choices);
      memory = { ...memory, failure: memory.failure ?? { code: 'plan-outdated' } };
      return show();
    }
    // The confirmation is the reading of what was typed: its ten minutes begin now.
    const { typed = null } = gathered ?? {};
    if (typed !== null) await engine.typed.write(origin, invoiceId, typed);
    if (plan.kind === 'update' || plan.kind === 'adopt') {
      await enqueueChange(engine, order, plan.charge.id);
    } else {
      await enqueueCreate(engine, order);
    }
    memory = { ...memory, choices: {}, plan: null, planId: null };
    await show();
    carryOn();
  }

  function carryOn(): void {
    runner.run().catch(() => {
      // The job is on disk; the alarm carries it on.
    });
  }

  /** Keeps what the operator typed, and plans with it. */
  async function type(typed: TypedInvoice): Promise<void> {
    const kept = await engine.typed.write(origin, invoiceId, typed);
    if (kept.ok) return preview(memory.choices);
    memory = { ...memory, failure: kept.error };
    return show();
  }

  async function cancelJob(jobId: string): Promise<void> {
    // Only this invoice's: a drawer speaks for no other.
    const { job } = await standing();
    const outcome = job?.id === jobId ? await cancel(engine, jobId) : 'too-late';
    await preview({});
    if (outcome === 'asked') carryOn();
    if (outcome !== 'too-late') return;
    memory = { ...memory, failure: memory.failure ?? { code: 'cancel-too-late' } };
    return show();
  }

  async function settle(said: Said): Promise<void> {
    const { job } = await standing();
    const { plan } = memory;
    memory = { ...memory, busy: true, failure: null };
    await show();
    const outcome = await settleSaid(engine, { origin, job, plan }, said);
    await preview({});
    if (!outcome.ok) {
      memory = { ...memory, failure: memory.failure ?? outcome.error };
      return show();
    }
    carryOn();
  }

  const unsubscribe = engine.events.onChange((change) => {
    if (change.invoiceId !== invoiceId) return;
    inTurn(follow)
      .then(() => inTurn(showCodes))
      .catch(() => undefined);
  });
  const unsubscribeVault = engine.events.onVaultTurned(() => {
    vaultTurns += 1;
    memory = { ...memory, choices: {}, gathered: null, plan: null, planId: null, codes: null };
    inTurn(() => preview({})).catch(() => undefined);
  });
  inTurn(() => preview({})).catch(() => undefined);

  return {
    handle: async (request) => {
      switch (request.verb) {
        case 'preview':
          return inTurn(() => preview(request.choices));
        case 'confirm':
          return inTurn(() => confirm(request.planId, request.choices));
        case 'type':
          return inTurn(() => type(request.typed));
        case 'refresh':
          return inTurn(refresh);
        case 'read-by':
          return inTurn(() => readBy(request.source));
        case 'cancel-job':
          return inTurn(() => cancelJob(request.jobId));
        case 'settle-unknown':
        case 'settle-missing':
          return inTurn(() => settle(request));
        case 'open-options':
          return openOptions();
        case 'redeem':
        case 'resume':
          return undefined;
      }
    },
    close: () => {
      closed = true;
      unsubscribe();
      unsubscribeVault();
    },
  };
}
