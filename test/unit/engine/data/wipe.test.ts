import { describe, expect, it, vi } from 'vitest';
import { createDataHandlers } from '../../../../lib/engine/data/handlers.ts';
import { finishWipe } from '../../../../lib/engine/data/wipe.ts';
import { identify } from '../../../../lib/ledger/installation.ts';
import { createSettingsStore } from '../../../../lib/settings/store.ts';
import { settings } from '../../../fixtures/settings.ts';
import { memoryStorage } from '../../ledger/memory-storage.ts';
import { usedInstallation } from './two-installations.ts';

const WIPE = { verb: 'data/wipe', confirm: 'APAGAR' } as const;

async function house() {
  const ports = await usedInstallation();
  const storage = memoryStorage();
  const restart = vi.fn();
  const store = createSettingsStore({ storage });
  await store.update(() => settings);
  const handlers = createDataHandlers({ ...ports, settings: store, storage, restart });
  const clear = () => {
    storage.kept.clear();
    return Promise.resolve();
  };
  return {
    ...ports,
    storage,
    restart,
    handlers,
    finish: () => finishWipe(ports.ledger, storage, clear),
  };
}

const UNKNOWN = '00000000000000000000000000001006';

describe('a wipe', () => {
  it('leaves no row, no key and no setting, and another installation begins', async () => {
    const { ledger, storage, handlers, restart, finish } = await house();
    const before = await identify(ledger, storage, () => 'primeira');
    await ledger.jobs.delete(UNKNOWN);
    expect(await handlers['data/wipe'](WIPE)).toEqual({ ok: true, value: null });
    expect(restart).toHaveBeenCalledOnce();
    expect(await finish()).toBe(true);
    for (const table of ledger.tables) expect(await table.count(), table.name).toBe(0);
    expect([...storage.kept.keys()]).toEqual([]);
    const after = await identify(ledger, storage, () => 'segunda');
    expect(after).toMatchObject({ id: 'segunda', inherits: false });
    expect(before.id).not.toBe(after.id);
    expect(await finish()).toBe(false);
  });

  it('is refused while a charge may still turn up, and nothing is erased', async () => {
    const { ledger, handlers, restart, finish } = await house();
    expect(await handlers['data/wipe'](WIPE)).toEqual({
      ok: false,
      error: { code: 'wipe-busy', params: { invoice: '1006' } },
    });
    expect(restart).not.toHaveBeenCalled();
    expect(await finish()).toBe(false);
    expect(await ledger.charges.count()).toBe(5);
  });

  it('that died halfway is finished at the next start', async () => {
    const { ledger, storage, handlers, finish } = await house();
    await ledger.jobs.delete(UNKNOWN);
    await handlers['data/wipe'](WIPE);
    const dying = () => Promise.reject(new Error('the worker died'));
    await expect(finishWipe(ledger, storage, dying)).rejects.toThrow();
    expect(await finish()).toBe(true);
    expect([...storage.kept.keys()]).toEqual([]);
  });
});

describe('the audit', () => {
  it('is checked chain by chain, and says where one is broken', async () => {
    const { ledger, handlers } = await house();
    const copied = await ledger.audit.toArray();
    await ledger.audit.bulkAdd(copied.map((entry) => ({ ...entry, installationId: 'zz-forjada' })));
    expect(await handlers['audit/verify']({ verb: 'audit/verify' })).toEqual({
      ok: true,
      value: {
        installations: [
          { id: 'installation-1', lines: 6, brokenAt: null },
          { id: 'zz-forjada', lines: 6, brokenAt: 1 },
        ],
      },
    });
  });
});
