import { FRUGAL_GRID } from '../../../lib/billing/notices/frugal-grid.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { SETTINGS_VERSION } from '../../../lib/settings/schema.ts';
import { createSettingsStore, DEFAULT_SETTINGS } from '../../../lib/settings/store.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { memoryStorage } from './memory-storage.ts';

const NOW = 1_800_000_000_000;
const now = () => NOW;

function withMinutes(minutes: number | null) {
  return (settings: Settings): Settings => ({
    ...settings,
    security: { ...settings.security, autoLockMinutes: minutes },
  });
}

/** A storage whose every call takes a turn of the event loop, so that calls can overlap. */
function slowStorage() {
  const storage = memoryStorage();
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    ...storage,
    get: async (key: string) => (await turn(), storage.get(key)),
    set: async (key: string, value: unknown) => (await turn(), storage.set(key, value)),
  };
}

describe('settings', () => {
  test('begin with the defaults: no payer is told, the operator is asked about fine and interest, names are hidden', async () => {
    const storage = memoryStorage();
    expect(await createSettingsStore({ storage }).read()).toEqual({
      version: 4,
      accounts: [],
      panels: [],
      sending: {
        billingType: 'UNDEFINED',
        notifier: null,
        overdue: { dueInDays: 3, accrued: 'ask', finePercent: 2, interestPercentMonth: 1 },
        terms: {
          finePercent: null,
          interestPercentMonth: null,
          discount: null,
          registrationDays: null,
        },
        description: 'Título {titulo} · vencimento {vencimento} · documento {documento}',
        oneClick: false,
      },
      security: { autoLockMinutes: null, role: 'attendant' },
      notifications: {
        kinds: {
          received: true,
          overdue: true,
          blocked: true,
          'paid-twice': true,
          'key-lapse': true,
        },
        quietHours: null,
        showNames: false,
      },
      sync: { sharePercent: 20, browsersPerAccount: 5 },
      messages: {
        templates: {
          'second-copy': null,
          'due-soon': null,
          overdue: null,
          'new-date': null,
          'all-overdue': null,
          received: null,
        },
        providers: [],
        dailyCap: 50,
        ixcAction: null,
      },
      payerNotices: { grid: FRUGAL_GRID, newPayers: false },
    });
    expect(storage.dump()).toEqual({});
  });

  test('are there for the next worker', async () => {
    const storage = memoryStorage();
    await createSettingsStore({ storage }).update(withMinutes(5));
    expect((await createSettingsStore({ storage }).read()).security.autoLockMinutes).toBe(5);
  });

  test('lose no update, however many come at once', async () => {
    const store = createSettingsStore({ storage: slowStorage() });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.update((settings) =>
          withMinutes((settings.security.autoLockMinutes ?? 0) + 1)(settings),
        ),
      ),
    );
    expect((await store.read()).security.autoLockMinutes).toBe(20);
  });

  test('are left alone by an update that throws, and the next one still runs', async () => {
    const storage = memoryStorage();
    const store = createSettingsStore({ storage });
    await store.update(withMinutes(5));
    const before = storage.dump();
    await expect(
      store.update(() => {
        throw new RangeError('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(storage.dump()).toEqual(before);
    expect((await store.update(withMinutes(6))).security.autoLockMinutes).toBe(6);
  });

  test('refuse an update that would not be settings', async () => {
    const storage = memoryStorage();
    const store = createSettingsStore({ storage });
    await expect(store.update(withMinutes(-1))).rejects.toThrow();
    expect(storage.dump()).toEqual({});
  });

  test('tell of a change once it is written, and of nothing when nothing changed', async () => {
    const storage = memoryStorage();
    const onChange = vi.fn();
    const store = createSettingsStore({ storage, onChange });
    const after = await store.update(withMinutes(5));
    expect(onChange.mock.calls).toEqual([[after]]);
    await store.update((settings) => ({ ...settings }));
    await store.update(withMinutes(5));
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

describe('settings of an earlier version', () => {
  const stored = (version: number) =>
    JSON.parse(
      readFileSync(new URL(`fixtures/v${version}.json`, import.meta.url), 'utf8'),
    ) as Record<string, unknown>;

  test.each([
    [1, { panels: [{ source: 'auto', routes: [], carteiras: null }, {}] }],
    [2, { panels: [{ aliases: ['provedor-antigo'], carteiras: ['1', '2'] }, {}] }],
  ])(
    'version %i is read as the current one, and written as it with the next change',
    async (version, kept) => {
      const old = stored(version);
      const storage = memoryStorage({ settings: old });
      const store = createSettingsStore({ storage });
      expect(await store.read()).toMatchObject({
        version: SETTINGS_VERSION,
        ...kept,
        security: { autoLockMinutes: 15 },
      });
      expect(storage.dump()).toEqual({ settings: old });
      await store.update(withMinutes(20));
      expect(storage.dump()).toMatchObject({ settings: { version: SETTINGS_VERSION, ...kept } });
      expect(await store.problem()).toBeNull();
    },
  );
});

describe('settings that cannot be read', () => {
  const rubbish = { version: SETTINGS_VERSION, accounts: 'two' };

  test('are kept untouched under another key, and the defaults are in force', async () => {
    const storage = memoryStorage({ settings: rubbish });
    const store = createSettingsStore({ storage, now });
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(storage.dump()).toMatchObject({
      [`settings:kept:${NOW}`]: rubbish,
      settings: DEFAULT_SETTINGS,
    });
  });

  test('say so, also to later workers, and are not set aside twice', async () => {
    const storage = memoryStorage({ settings: rubbish });
    await createSettingsStore({ storage, now }).read();
    const later = createSettingsStore({ storage, now: () => NOW + 1 });
    await later.update(withMinutes(5));
    expect(await later.problem()).toEqual({ why: 'invalid', keptUnder: `settings:kept:${NOW}` });
    expect(storage.dump()).not.toHaveProperty(`settings:kept:${NOW + 1}`);
  });

  test.each([
    ['1', { version: 1, accounts: 'two' }],
    ['2', { version: 2, accounts: 'two' }],
  ])('of version %s that no migration understands are kept too', async (_version, old) => {
    const storage = memoryStorage({ settings: old });
    const store = createSettingsStore({ storage, now });
    expect(await store.problem()).toEqual({
      why: 'migration',
      keptUnder: `settings:kept:${NOW}`,
    });
    expect(storage.dump()).toMatchObject({ [`settings:kept:${NOW}`]: old });
  });

  test('say that a later release wrote them', async () => {
    const storage = memoryStorage({ settings: { version: 99 } });
    expect(await createSettingsStore({ storage, now }).problem()).toMatchObject({ why: 'newer' });
  });

  test('are in two places rather than in none when the worker dies in between', async () => {
    const storage = memoryStorage({ settings: rubbish });
    let writes = 0;
    const dying = {
      ...storage,
      set: async (key: string, value: unknown) => {
        if (writes++ === 1) throw new Error('killed');
        await storage.set(key, value);
      },
    };
    await expect(createSettingsStore({ storage: dying, now }).read()).rejects.toThrow('killed');
    expect(storage.dump()).toEqual({ settings: rubbish, [`settings:kept:${NOW}`]: rubbish });
    expect(await createSettingsStore({ storage, now }).read()).toEqual(DEFAULT_SETTINGS);
  });

  test('no problem, nothing said', async () => {
    const storage = memoryStorage();
    expect(await createSettingsStore({ storage }).problem()).toBeNull();
  });
});
