import { Dexie } from 'dexie';

/**
 * Takes over promises that broke with nobody waiting for them, until `stop` gives that back. A worker that
 * was killed leaves some: its ledger is closed under it. Whatever else breaks so is a defect.
 */
export function watchStrayFailures(): { readonly stop: () => readonly unknown[] } {
  const strays: unknown[] = [];
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const hear = (reason: unknown) => {
    if (!isOfTheDead(reason)) strays.push(reason);
  };
  process.on('unhandledRejection', hear);
  return {
    stop: () => {
      process.off('unhandledRejection', hear);
      for (const other of others) process.on('unhandledRejection', other);
      return strays;
    },
  };
}

function isOfTheDead(reason: unknown): boolean {
  return reason instanceof Dexie.DexieError && reason.name === 'DatabaseClosedError';
}
