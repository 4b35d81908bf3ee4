import type { KeyValueStore } from '../key-value-store.ts';
import { NO_POLICY, parsePolicy, type Policy } from './policy.ts';

const REMEMBERED = 'policy';

/** Chrome answers 3 to 6 s after the browser started (measured), once it has read its policies. ms. */
const PATIENCE_MS = 2000;

/** Before the browser ever told: what an administrator could take away is not given. */
export const UNKNOWN_POLICY: Policy = { ...NO_POLICY, role: 'attendant' };

export interface PolicySourceOptions {
  /** `storage.managed.get`: may be late, or never answer. A rejection means that there is no policy. */
  readonly managed: () => Promise<unknown>;
  /** `storage.local`: the last answer outlives the browser. */
  readonly storage: KeyValueStore;
  /** Called when an answer is another than what was in force until then. */
  readonly onChange: () => void;
  readonly patienceMs?: number;
}

export interface PolicySource {
  /**
   * The policy in force. The browser is asked each time; while it owes the answer, the last one that it ever
   * gave stands, and before the first, `UNKNOWN_POLICY`. Waits for `patienceMs` of one question at most,
   * however many ask meanwhile.
   */
  readonly read: () => Promise<Policy>;
  /** The browser said that the policy changed: whatever is still being answered is out of date. */
  readonly changed: () => Promise<void>;
}

/** The administrator's policy as a worker may rely on it, which dies often and must start at once. */
export function createPolicySource(options: PolicySourceOptions): PolicySource {
  const { managed, storage, onChange, patienceMs = PATIENCE_MS } = options;
  /** Resolves to null when patience ran out. */
  let question: Promise<Policy | null> | null = null;

  async function recall(): Promise<Policy | null> {
    const stored = await storage.get(REMEMBERED);
    return stored === undefined ? null : parsePolicy(stored);
  }

  function ask(): Promise<Policy | null> {
    // Async, so that a browser that throws at once counts as one that refuses.
    const asking = async () => managed();
    const answer = asking()
      .catch(() => null)
      .then(parsePolicy);
    const asked = within(patienceMs, answer);
    question = asked;
    const learn = async (policy: Policy): Promise<void> => {
      if (question !== asked) return;
      question = null;
      const before = await recall();
      if (before !== null && same(before, policy)) return;
      await storage.set(REMEMBERED, policy);
      if (!same(before ?? UNKNOWN_POLICY, policy)) onChange();
    };
    // What could not be kept is asked for again by the next reading.
    answer.then(learn).catch(() => undefined);
    return asked;
  }

  async function read(): Promise<Policy> {
    return (await (question ?? ask())) ?? (await recall()) ?? UNKNOWN_POLICY;
  }

  return {
    read,
    changed: async () => {
      question = null;
      await read();
    },
  };
}

function same(one: Policy, other: Policy): boolean {
  return one.role === other.role && one.maxAutoLockMinutes === other.maxAutoLockMinutes;
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
