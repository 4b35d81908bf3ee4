import { describe, expect, it } from 'vitest';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { identify, recognise } from '../../../lib/ledger/installation.ts';
import { freshLedger } from '../engine/engine-ports.ts';
import { memoryStorage } from './memory-storage.ts';

function profile() {
  const ledger = freshLedger();
  const storage = memoryStorage();
  let made = 0;
  return {
    ledger,
    storage,
    start: (name = 'instalacao') => identify(ledger, storage, () => `${name}-${(made += 1)}`),
  };
}

/** What lay in the ledger at this moment, to be put back later. */
async function backup({ meta }: LedgerDatabase) {
  const rows = await meta.toArray();
  return async () => {
    await meta.clear();
    await meta.bulkPut(rows);
  };
}

describe('an installation', () => {
  it('is the same after every start of its worker', async () => {
    const { start } = profile();
    const ids = [await start(), await start(), await start()];
    expect(ids.map(({ id }) => id)).toEqual(Array(3).fill('instalacao-1'));
    expect(ids.every(({ inherits }) => !inherits)).toBe(true);
  });

  it('keeps the id that the first release gave it', async () => {
    const { ledger, start } = profile();
    await ledger.meta.put({ key: 'installation-id', value: 'antiga' });
    expect(await start()).toMatchObject({ id: 'antiga', inherits: false });
    expect(await start()).toMatchObject({ id: 'antiga', inherits: false });
  });

  it('is another one once its ledger was put back, be it by a single start', async () => {
    for (const starts of [1, 2, 7]) {
      const { ledger, start } = profile();
      await start();
      const restore = await backup(ledger);
      for (let n = 0; n < starts; n += 1) await start();
      await restore();
      expect(await start(), `${starts}`).toMatchObject({ id: 'instalacao-2', inherits: true });
    }
  });

  it('is another one where its ledger is copied to, with or without other settings', async () => {
    const here = profile();
    await here.start();
    const { value } = (await here.ledger.meta.get('installation')) ?? {};
    for (const used of [false, true]) {
      const there = profile();
      if (used) await there.start('outra');
      await there.ledger.meta.put({ key: 'installation', value });
      const copy = await there.start();
      expect(copy.inherits).toBe(true);
    }
  });

  it('is another one when its ledger or its storage was erased', async () => {
    const one = profile();
    await one.start();
    await one.ledger.meta.clear();
    expect(await one.start()).toMatchObject({ id: 'instalacao-2' });
    one.storage.kept.clear();
    expect(await one.start()).toMatchObject({ id: 'instalacao-3', inherits: true });
  });

  it('goes on when it died between its two writings, or the second failed for days', async () => {
    const { storage, start, ...rest } = profile();
    await start();
    const broken = { ...storage, set: () => Promise.reject(new Error('QUOTA_BYTES')) };
    for (let day = 0; day < 5; day += 1) {
      expect(await identify(rest.ledger, broken, () => 'outra')).toMatchObject({
        id: 'instalacao-1',
      });
    }
    expect(await start()).toMatchObject({ id: 'instalacao-1', inherits: false });
  });

  it('goes on inheriting until the jobs were stopped', async () => {
    const { storage, start } = profile();
    await start();
    storage.kept.clear();
    expect(await start()).toMatchObject({ id: 'instalacao-2', inherits: true });
    expect(await start()).toMatchObject({ id: 'instalacao-2', inherits: true });
  });

  it('does not start with an identity that it cannot write down', async () => {
    const { ledger, storage } = profile();
    const broken = { ...storage, set: () => Promise.reject(new Error('QUOTA_BYTES')) };
    ledger.meta.hook('creating', () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(identify(ledger, broken, () => 'nova')).rejects.toThrow();
  });

  it('is not fooled by what is no mark at all', () => {
    const made = () => 'nova';
    expect(recognise({ id: 3 }, 'x', made)).toEqual({ id: 'nova', generation: 1, inherits: true });
    expect(recognise(undefined, undefined, made).inherits).toBe(false);
  });
});
