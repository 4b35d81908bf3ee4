/** What of the ledger changed, so that surfaces can be told. */
export interface LedgerChange {
  readonly providerKey: string;
  readonly invoiceId: string;
}

export interface EngineEvents {
  readonly changed: (change: LedgerChange) => void;
  readonly onChange: (listener: (change: LedgerChange) => void) => () => void;
}

/** In-memory fan-out. Listeners that matter after a restart read the ledger; nothing here is durable. */
export function createEvents(): EngineEvents {
  const listeners = new Set<(change: LedgerChange) => void>();
  return {
    changed: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
