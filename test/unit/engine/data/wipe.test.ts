import { describe, expect, it, vi } from 'vitest';
import { createDataHandlers } from '../../../../lib/engine/data/handlers.ts';
import { askForWipe, finishWipe } from '../../../../lib/engine/data/wipe.ts';
import { identify } from '../../../../lib/ledger/installation.ts';
import { createSettingsStore } from '../../../../lib/settings/store.ts';
import { settings } from '../../../fixtures/settings.ts';
import { memoryStorage } from '../../ledger/memory-storage.ts';
import { createWorkbench, letPass } from '../workbench.ts';
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

describe('a wipe that was granted', () => {
  async function confirmed() {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    return { bench, ports, runner };
  }

  it('lets no request leave any more whose trace it would take', async () => {
    const { bench, ports, runner } = await confirmed();
    expect(await askForWipe(ports, memoryStorage())).toEqual({ ok: true, value: null });
    // The moment until the extension starts anew.
    await letPass(bench, [runner], 3);
    expect(bench.posts()).toEqual([]);
  });

  it('meets no request that left while it was asked for', async () => {
    const { bench, ports, runner } = await confirmed();
    const running = runner.run();
    const storage = memoryStorage();
    const asked = await askForWipe(ports, storage);
    await running;
    expect(asked.ok).toBe(bench.posts().length === 0);
    expect(storage.kept.has('wipe')).toBe(asked.ok);
  });

  it('pauses nothing for good when its note cannot be written', async () => {
    const { bench, ports, runner } = await confirmed();
    const full = { set: () => Promise.reject(new Error('the disk is full')) };
    await expect(askForWipe(ports, full)).rejects.toThrow('the disk is full');
    await runner.run();
    expect(bench.live()).toHaveLength(1);
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
