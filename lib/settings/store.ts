import type { KeyValueStore } from '../key-value-store.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { migrate, type Unreadable } from './migrate.ts';
import { DEFAULT_SETTINGS, settingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';

export { DEFAULT_SETTINGS } from './schema.ts';

const CURRENT = 'settings';
const PROBLEM = 'settings:problem';

/** Settings that could not be read were set aside, and the defaults are in force. */
export interface SettingsProblem {
  readonly why: Unreadable;
  /** The storage key under which the old data lies, untouched. */
  readonly keptUnder: string;
}

export interface SettingsStore {
  readonly read: () => Promise<Settings>;
  /**
   * Applies `change` to the newest settings and writes the result. Updates run one after another, so
   * none is lost. Gives what was written; throws, writing nothing, when `change` throws or its result
   * is not valid settings.
   */
  readonly update: (change: (settings: Settings) => Settings) => Promise<Settings>;
  /** What happened to the settings of an earlier run, null when all is well. Survives the worker. */
  readonly problem: () => Promise<SettingsProblem | null>;
}

export interface SettingsOptions {
  /** `storage.local`. */
  readonly storage: KeyValueStore;
  /** Called after a write that changed something. */
  readonly onChange?: (settings: Settings) => void;
  /** ms since the epoch; names the key under which unreadable data is kept. */
  readonly now?: () => number;
}

/** The settings of this installation; only the worker writes them. */
export function createSettingsStore(options: SettingsOptions): SettingsStore {
  const { storage, onChange, now = Date.now } = options;
  const inTurn = oneAtATime();

  async function readNow(): Promise<Settings> {
    const stored = await storage.get(CURRENT);
    if (stored === undefined) return DEFAULT_SETTINGS;
    const migrated = migrate(stored);
    return migrated.ok ? migrated.value : setAside(stored, migrated.error);
  }

  /** Copies before it replaces: a crash between leaves the data twice, never nowhere. */
  async function setAside(stored: unknown, why: Unreadable): Promise<Settings> {
    const keptUnder = `settings:kept:${now()}`;
    await storage.set(keptUnder, stored);
    await storage.set(PROBLEM, { why, keptUnder } satisfies SettingsProblem);
    await storage.set(CURRENT, DEFAULT_SETTINGS);
    return DEFAULT_SETTINGS;
  }

  return {
    read: () => inTurn(readNow),

    update: (change) =>
      inTurn(async () => {
        const before = await readNow();
        const after = settingsSchema.parse(change(before));
        if (JSON.stringify(after) === JSON.stringify(before)) return before;
        await storage.set(CURRENT, after);
        onChange?.(after);
        return after;
      }),

    problem: () =>
      inTurn(async () => {
        await readNow();
        const problem = await storage.get(PROBLEM);
        return isProblem(problem) ? problem : null;
      }),
  };
}

function isProblem(value: unknown): value is SettingsProblem {
  return typeof value === 'object' && value !== null && 'keptUnder' in value && 'why' in value;
}
