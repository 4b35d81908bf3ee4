import type { FailureView } from '../../messages/failure.ts';
import type { PanelProblem, PanelStates, StatesPush } from '../../messages/panel.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { LedgerChange } from '../events.ts';
import type { EnginePorts } from '../ports.ts';
import { refreshInvoices } from './refresh-invoices.ts';
import { rowStates } from './row-states.ts';

export interface PanelDesk {
  /** Answers the rows on screen from the ledger, and refreshes behind the answer what is stale. */
  readonly states: (origin: string, ids: readonly string[]) => Promise<PanelStates>;
  /** Tells the panels of a provider that an invoice's state changed. */
  readonly announce: (change: LedgerChange) => Promise<void>;
}

export interface PanelDeskPorts {
  readonly engine: EnginePorts;
  /** Sends to every open tab of the panel. Tabs that are gone are not an error. */
  readonly push: (origin: string, message: StatesPush) => Promise<void>;
  /** Somebody looks at a panel: charges on screen should be fresh. */
  readonly noticed: () => void;
}

/** The panel's counter: rows ask, and are told. */
export function createPanelDesk({ engine, push, noticed }: PanelDeskPorts): PanelDesk {
  /** What kept IXC from being read last, per panel: a change of one row does not take it away. */
  const problems = new Map<string, PanelProblem | null>();

  async function refresh(panel: PanelSettings, ids: readonly string[]): Promise<void> {
    const { read, failure } = await refreshInvoices(engine, panel, ids);
    if (read.length === 0 && failure === null) return;
    const problem = failure ? problemOf(failure) : setupProblem(panel);
    problems.set(panel.origin, problem);
    await push(panel.origin, {
      push: 'states',
      states: await rowStates(engine, panel, read),
      problem,
    });
  }

  return {
    states: async (origin, ids) => {
      const settings = await engine.readSettings();
      const panel = settings.panels.find((known) => known.origin === origin);
      if (!panel) return { states: [], problem: 'not-configured' };
      noticed();
      const states = await rowStates(engine, panel, ids);
      refresh(panel, ids).catch(() => {
        // The answer above stands; the next question tries again.
      });
      return { states, problem: problems.get(origin) ?? setupProblem(panel) };
    },
    announce: async ({ providerKey, invoiceId }) => {
      const { panels } = await engine.readSettings();
      for (const panel of panels.filter((known) => known.providerKey === providerKey)) {
        const states = await rowStates(engine, panel, [invoiceId]);
        await push(panel.origin, {
          push: 'states',
          states,
          problem: problems.get(panel.origin) ?? setupProblem(panel),
        });
      }
    },
  };
}

function setupProblem(panel: PanelSettings): PanelProblem | null {
  if (panel.tokenHint === null) return 'no-token';
  return panel.providerKey === null || panel.accountId === null ? 'not-configured' : null;
}

function problemOf(failure: FailureView): PanelProblem {
  switch (failure.code) {
    case 'locked':
      return 'locked';
    case 'permission-missing':
      return 'permission-missing';
    case 'ixc-token-missing':
      return 'no-token';
    default:
      return 'ixc-unreachable';
  }
}
