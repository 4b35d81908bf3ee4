/** What of the ledger changed, so that surfaces can be told. */
export interface LedgerChange {
  readonly providerKey: string;
  readonly invoiceId: string;
}

export interface EngineEvents {
  readonly changed: (change: LedgerChange) => void;
  readonly onChange: (listener: (change: LedgerChange) => void) => () => void;
  /** The vault was locked or unlocked: whoever shows names reads again, or hides them. */
  readonly vaultTurned: () => void;
  readonly onVaultTurned: (listener: () => void) => () => void;
}

/** In-memory fan-out. Listeners that matter after a restart read the ledger; nothing here is durable. */
export function createEvents(): EngineEvents {
  const changes = fanOut<LedgerChange>();
  const turns = fanOut<undefined>();
  return {
    changed: changes.tell,
    onChange: changes.listen,
    vaultTurned: () => {
      turns.tell(undefined);
    },
    onVaultTurned: turns.listen,
  };
}

function fanOut<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    tell: (value: T) => {
      for (const listener of [...listeners]) listener(value);
    },
    listen: (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
