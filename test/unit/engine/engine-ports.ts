import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { createEvents } from '../../../lib/engine/events.ts';
import type { SealedForAWhile } from '../../../lib/engine/ixc-source/sealed-for-a-while.ts';
import type { EnginePorts } from '../../../lib/engine/ports.ts';
import { createGovernor } from '../../../lib/engine/quota/governor.ts';
import { createServerClock } from '../../../lib/engine/server-clock.ts';
import { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { fail, ok } from '../../../lib/billing/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/store.ts';

let databases = 0;

/** A ledger of its own on an in-memory IndexedDB. */
export function freshLedger(): LedgerDatabase {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  databases += 1;
  return new LedgerDatabase(`ledger-${databases}`);
}

/** Repeatable bytes: a test that fails must fail the same way again. */
export function seededBytes(seed: number): (count: number) => Uint8Array {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}

/** What operators typed, kept in memory for ten minutes. */
function typedInMemory<T>(now: () => number): SealedForAWhile<T> {
  type Kept = { readonly typed: T; readonly typedAt: number };
  const kept = new Map<string, Kept>();
  const name = (origin: string, invoiceId: string) => `${origin} ${invoiceId}`;
  return {
    read: (origin, invoiceId) => {
      const found = kept.get(name(origin, invoiceId));
      const isFresh = found !== undefined && now() - found.typedAt < 10 * 60_000;
      return Promise.resolve(ok(isFresh ? found : null));
    },
    write: (origin, invoiceId, typed) => {
      kept.set(name(origin, invoiceId), { typed, typedAt: now() });
      return Promise.resolve(ok(null));
    },
    remove: (origin, invoiceId) => {
      kept.delete(name(origin, invoiceId));
      return Promise.resolve();
    },
  };
}

/** Ports without any system behind them; a test replaces what it is about. */
export async function barePorts(overrides: Partial<EnginePorts> = {}): Promise<EnginePorts> {
  const ledger = overrides.ledger ?? freshLedger();
  const now = overrides.now ?? (() => Date.parse('2026-11-22T12:00:00Z'));
  const readSettings = overrides.readSettings ?? (() => Promise.resolve(DEFAULT_SETTINGS));
  return {
    ledger,
    now,
    readSettings,
    governor: createGovernor({ ledger, now, readSettings }),
    asaas: () => Promise.resolve(fail({ code: 'asaas-network' })),
    ixc: () => Promise.resolve(fail({ code: 'ixc-network' })),
    typed: typedInMemory(now),
    overrides: typedInMemory(now),
    markKey: () => Promise.resolve(ok('5a'.repeat(32))),
    clock: await createServerClock(ledger, now),
    random: seededBytes(1),
    owner: 'worker-1',
    installationId: 'test-installation',
    events: createEvents(),
    ...overrides,
  };
}
