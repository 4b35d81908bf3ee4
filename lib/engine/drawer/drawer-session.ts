import type { DrawerPush, DrawerRequest } from '../../messages/drawer.ts';
import type { PanelUser } from '../../messages/panel.ts';
import { createDesk } from '../desk/desk.ts';
import type { DeskContext } from '../desk/part.ts';
import type { Runner } from '../outbox/runner.ts';
import type { EnginePorts } from '../ports.ts';
import { forPurpose } from '../quota/for-purpose.ts';
import { unforeseenView } from '../setup/failures.ts';
import { askOperator } from './operator.ts';
import { createDrawerOrders } from './orders.ts';
import { createDrawerReading, type DrawerScreen } from './reading.ts';
import { blankMemory, drawerSnapshot } from './snapshot.ts';
import { invoiceStanding } from './standing.ts';

export interface DrawerSession {
  readonly handle: (request: DrawerRequest) => Promise<void>;
  readonly close: () => void;
}

export interface DrawerPorts {
  readonly engine: EnginePorts;
  readonly runner: Runner;
  readonly openOptions: () => Promise<void>;
  readonly openAct?: DeskContext['openAct'];
  readonly messages?: DeskContext['messages'];
  /** Opens the drawer of another invoice in the same panel. Absent where there is no panel around it. */
  readonly openInvoice?: DeskContext['openInvoice'];
  /** Who works in the panel around it, as its page says. Absent where there is no page to ask. */
  readonly operator?: (() => Promise<PanelUser | null>) | undefined;
}

/**
 * One open drawer: reads everything of one invoice, plans, takes the confirmation, and tells what
 * happens. It confirms nothing by itself, and everything it remembers can be read again.
 */
export function createDrawerSession(
  { engine: shared, runner, openOptions, ...ports }: DrawerPorts,
  { origin, invoiceId }: { readonly origin: string; readonly invoiceId: string },
  post: (push: DrawerPush) => void,
): DrawerSession {
  const engine: EnginePorts = {
    ...forPurpose(shared, 'person'),
    operator: () => at.memory.operator?.id ?? null,
  };
  const at: DrawerScreen = {
    engine,
    origin,
    invoiceId,
    memory: blankMemory(origin, invoiceId),
    vaultTurns: 0,
    show,
    standing,
  };
  let closed = false;
  let begun = 0;
  let shown = 0;
  let turn: Promise<void> = Promise.resolve();
  const desk = createDesk({
    engine,
    runner,
    origin,
    invoiceId,
    gathered: () => at.memory.gathered,
    isUnread: () => at.memory.gathered === null && at.memory.failure !== null,
    standing,
    show,
    openAct: ports.openAct,
    openInvoice: ports.openInvoice,
    messages: ports.messages,
  });
  const reading = createDrawerReading(at);
  const orders = createDrawerOrders(at, reading, runner);
  const { preview, follow, showCodes } = reading;
  /** Beside the first reading, and known before anything is asked for. */
  const introduced = askOperator(ports.operator).then((operator) => {
    at.memory = { ...at.memory, operator };
    if (operator !== null) show().catch(() => undefined);
  });

  /** One thing at a time: a confirmation waits for the reading before it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch((error: unknown) => {
      at.memory = { ...at.memory, busy: false, failure: unforeseenView(error) };
      return show();
    });
    return turn;
  }

  /** One that was begun earlier and took longer never covers what a later one has shown. */
  async function show(): Promise<void> {
    begun += 1;
    const mine = begun;
    const snapshot = await drawerSnapshot(engine, await engine.readSettings(), at.memory, desk);
    if (closed || mine < shown) return;
    shown = mine;
    post({ type: 'snapshot', snapshot });
  }

  async function standing() {
    return invoiceStanding(engine, await engine.readSettings(), { origin, invoiceId });
  }

  const unsubscribe = engine.events.onChange((change) => {
    if (change.invoiceId !== invoiceId) return;
    inTurn(follow)
      .then(() => inTurn(showCodes))
      .catch(() => undefined);
  });
  const unsubscribeVault = engine.events.onVaultTurned(() => {
    at.vaultTurns += 1;
    desk.forget();
    const nothing = { gathered: null, plan: null, planId: null, codes: null };
    at.memory = { ...at.memory, choices: {}, ...nothing };
    inTurn(() => preview({})).catch(() => undefined);
  });
  inTurn(() => preview({})).catch(() => undefined);

  return {
    handle: async (request) => {
      await introduced;
      switch (request.verb) {
        case 'preview':
          return inTurn(() => preview(request.choices));
        case 'confirm':
          return inTurn(() => orders.confirm(request.planId, request.choices));
        case 'type':
          return inTurn(() => orders.type(request.typed));
        case 'refresh':
          return inTurn(reading.refresh);
        case 'read-by':
          return inTurn(() => reading.readBy(request.source));
        case 'cancel-job':
          return inTurn(() => orders.cancelJob(request.jobId));
        case 'settle-unknown':
        case 'settle-missing':
          return inTurn(() => orders.settle(request));
        case 'open-options':
          return openOptions();
        case 'redeem':
        case 'resume':
          return undefined;
        default:
          return inTurn(() => desk.handle(request));
      }
    },
    close: () => {
      closed = true;
      unsubscribe();
      unsubscribeVault();
    },
  };
}
