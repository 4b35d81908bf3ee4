import { ownKeys } from '../../billing/own-keys.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
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

/** What is known of a panel besides its settings, until the worker ends. */
interface Known {
  /** What kept IXC from being read last: a change of one row does not take it away. */
  readonly problem: PanelProblem | null;
  readonly source: ReadingSource | null;
}

/** The panel's counter: rows ask, and are told. */
export function createPanelDesk({ engine, push, noticed }: PanelDeskPorts): PanelDesk {
  const known = new Map<string, Known>();
  /** Invoices that changed, by provider key, and the telling of them that is about to begin. */
  const announced = new Map<string, Set<string>>();
  let telling: Promise<void> | null = null;

  function sourceOf({ origin, source }: PanelSettings): ReadingSource | null {
    return known.get(origin)?.source ?? (source === 'auto' ? null : source);
  }

  async function tell(panel: PanelSettings, ids: readonly string[]): Promise<PanelStates> {
    const states = await rowStates(engine, panel, ids, sourceOf(panel));
    return { states, problem: known.get(panel.origin)?.problem ?? setupProblem(panel) };
  }

  async function refresh(panel: PanelSettings, ids: readonly string[]): Promise<void> {
    if (panel.billsByFatura) return;
    const before = sourceOf(panel);
    const { read, failure, source } = await refreshInvoices(engine, panel, ids);
    const isAsBefore = source === before && !known.get(panel.origin)?.problem;
    if (read.length === 0 && failure === null && (source === null || isAsBefore)) return;
    known.set(panel.origin, {
      problem: failure ? problemOf(failure) : null,
      source: source ?? before,
    });
    // Every row's offer depends on how the panel is read.
    const told = await tell(panel, sourceOf(panel) === before ? read : ids);
    await push(panel.origin, { push: 'states', ...told });
  }

  async function tellAnnounced(): Promise<void> {
    const changes = [...announced];
    announced.clear();
    telling = null;
    const { panels } = await engine.readSettings();
    for (const panel of panels) {
      // A panel without a key may show charges under one that was only found.
      const keys = ownKeys(panel.providerKey, panel.aliases);
      const ids = changes.flatMap(([key, invoices]) =>
        keys.length === 0 || keys.includes(key) ? [...invoices] : [],
      );
      if (ids.length === 0) continue;
      await push(panel.origin, { push: 'states', ...(await tell(panel, [...new Set(ids)])) });
    }
  }

  return {
    states: async (origin, ids) => {
      const settings = await engine.readSettings();
      const panel = settings.panels.find((each) => each.origin === origin);
      if (!panel) return { states: [], problem: 'not-configured' };
      noticed();
      const told = await tell(panel, ids);
      refresh(panel, ids).catch(() => {
        // The answer above stands; the next question tries again.
      });
      return told;
    },
    announce: ({ providerKey, invoiceId }) => {
      const ids = announced.get(providerKey) ?? new Set();
      announced.set(providerKey, ids.add(invoiceId));
      // A page of a list changes a hundred invoices at once: the panels are told of them at once, too.
      telling ??= Promise.resolve().then(tellAnnounced);
      return telling;
    },
  };
}

function setupProblem(panel: PanelSettings): PanelProblem | null {
  if (panel.billsByFatura) return 'billed-by-fatura';
  const needsToken = panel.source === 'direct' || panel.source === 'document';
  if (needsToken && panel.tokenHint === null) return 'no-token';
  const hasAccount = panel.accountId !== null || panel.routes.length > 0;
  return panel.providerKey === null || !hasAccount ? 'not-configured' : null;
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
