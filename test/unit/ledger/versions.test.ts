import { Dexie } from 'dexie';
import { IDBDatabase as FDBDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { verifyChain } from '../../../lib/engine/audit/chain.ts';
import { entriesOf } from '../../../lib/ledger/audit-chains.ts';
import { LEDGER_VERSION, LedgerDatabase } from '../../../lib/ledger/database.ts';
import { readSummary } from '../../../lib/ledger/summaries.ts';
import { LedgerUnusable } from '../../../lib/ledger/unusable.ts';
import { freshLedger } from '../engine/engine-ports.ts';
import { TODAY } from './charge-rows.ts';
import { everythingIn, leaveBehind, EARLIER, rowsOf } from './fixtures/open-fixture.ts';

const VERSIONS = Object.keys(EARLIER).map(Number) as (keyof typeof EARLIER)[];
const INSTALLATION = 'installation-1';

/** The name of a database that does not exist yet. */
function freshName(): string {
  return freshLedger().name;
}

async function upgraded(version: keyof typeof EARLIER): Promise<LedgerDatabase> {
  const name = freshName();
  await leaveBehind(name, version);
  return new LedgerDatabase(name);
}

const refusal = (why: LedgerUnusable['why']) => expect.objectContaining({ why }) as unknown;

describe.each(VERSIONS)('a ledger of version %i', (version) => {
  it('opens with every row it had', async () => {
    const ledger = await upgraded(version);
    for (const [table, rows] of Object.entries(rowsOf(version))) {
      expect(await ledger.table(table).toArray(), table).toEqual(rows);
    }
  });

  it('has an audit chain that still verifies, and goes on where it was', async () => {
    const ledger = await upgraded(version);
    const entries = await entriesOf(ledger, INSTALLATION);
    expect(entries).toHaveLength(rowsOf(version)['audit']?.length ?? 0);
    expect(verifyChain(entries)).toEqual({ ok: true });
  });

  it('has summaries at once, and no news of the past', async () => {
    const ledger = await upgraded(version);
    expect(await readSummary(ledger, TODAY)).toMatchObject([
      { pending: { count: 2, cents: 9990 + 12_345 }, overdue: { count: 1, cents: 9990 } },
    ]);
    expect(await ledger.happenings.count()).toBe(0);
  });

  it('still holds the reference of a request of unknown outcome', async () => {
    const { jobs } = await upgraded(version);
    const held = await jobs.where('activeKey').equals('sandbox:ixc:11222333000181:1006').first();
    expect(held).toMatchObject({ state: 'unknown', attempts: [{}, { code: 'SEMRS' }] });
  });
});

test('every version before this one has its fixture', () => {
  expect(VERSIONS).toEqual(Array.from({ length: LEDGER_VERSION - 1 }, (_, index) => index + 1));
});

describe.each([1, 2] as const)('a ledger of version %i whose rows do not fit', (version) => {
  /** Two entries that want the same place: nothing that this release could have written. */
  async function broken() {
    const name = freshName();
    const rows = rowsOf(version);
    const charges = [...(rows['charges'] ?? []), { id: 'pay_quebrada' }];
    const audit = [...(rows['audit'] ?? []), { seq: 999 }];
    await leaveBehind(name, version, { ...rows, charges, audit });
    return name;
  }

  it('says so, and is left as it was', async () => {
    const name = await broken();
    const before = await everythingIn(name);
    const ledger = new LedgerDatabase(name);
    await expect(ledger.open()).rejects.toEqual(refusal('upgrade'));
    ledger.close();
    expect(await everythingIn(name)).toEqual(before);
  });

  it('refuses every writing, instead of beginning anew', async () => {
    const ledger = new LedgerDatabase(await broken());
    await expect(ledger.open()).rejects.toThrow();
    await expect(ledger.meta.put({ key: 'a', value: 1 })).rejects.toThrow();
  });
});

describe.each(VERSIONS)('an upgrade of version %i that the disk refuses half-way', (version) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('leaves everything as it was, and is made at the next opening', async () => {
    const name = freshName();
    await leaveBehind(name, version);
    const before = await everythingIn(name);
    const full = vi.spyOn(FDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    const ledger = new LedgerDatabase(name);
    await expect(ledger.open()).rejects.toThrow();
    expect(full).toHaveBeenCalled();
    ledger.close();
    vi.restoreAllMocks();
    expect(await everythingIn(name)).toEqual(before);
    const again = new LedgerDatabase(name);
    expect(await again.charges.toArray()).toEqual(rowsOf(version)['charges']);
  });
});

describe('a ledger that a later release wrote', () => {
  async function later() {
    const name = freshName();
    const future = new Dexie(name);
    // Without most of the tables that this release has: a later one may need them no longer.
    future.version(LEDGER_VERSION + 1).stores({ meta: 'key' });
    await future.table('meta').add({ key: 'installation-id', value: INSTALLATION });
    future.close();
    return name;
  }

  it('is not opened, and nothing in it is changed', async () => {
    const name = await later();
    const ledger = new LedgerDatabase(name);
    await expect(ledger.open()).rejects.toEqual(refusal('newer'));
    await expect(ledger.meta.clear()).rejects.toThrow();
    ledger.close();
    expect(await everythingIn(name)).toEqual({
      meta: [{ key: 'installation-id', value: INSTALLATION }],
    });
  });

  it('opens in that release again, after this one was refused', async () => {
    const name = await later();
    await expect(new LedgerDatabase(name).open()).rejects.toBeInstanceOf(LedgerUnusable);
    const future = new Dexie(name);
    future.version(LEDGER_VERSION + 1).stores({ meta: 'key' });
    await future.open();
    expect(future.backendDB().version).toBe((LEDGER_VERSION + 1) * 10);
    expect(await future.table('meta').count()).toBe(1);
  });
});
