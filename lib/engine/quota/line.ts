import type { Purpose } from '../ports.ts';

/** Requests of one account under way at once: Asaas takes 50 reads of all its browsers together. */
const PLACES = 8;

/** Of them, how many may be taken by work that nobody looks at, and by sweeps alone. */
const UNSEEN = PLACES - 1;
const SWEEPING = PLACES / 2;

const RANK: Readonly<Record<Purpose, number>> = { person: 0, job: 1, sweep: 2 };

/** So many times one who came later may go first; then it is whose turn is oldest. */
const PATIENCE = 7;

/** How long a request waits at most, ms. */
export const LONGEST_WAIT: Readonly<Record<Purpose, number>> = {
  // With its own 30 s a request must be over before the 45 s for which a worker holds its job: what a
  // job is about to change must never leave after somebody else took the job up.
  person: 12_000,
  job: 12_000,
  sweep: 60_000,
};

/** What stands in a request's way: nothing, a time, or another request that has to end first. */
export type Obstacle = null | { readonly until: number } | 'another';

export interface Request {
  readonly purpose: Purpose;
  readonly family: string;
  /** Changes nothing, whatever becomes of it. */
  readonly isReading: boolean;
}

interface Waiter {
  readonly request: Request;
  readonly until: number;
  readonly settle: (waitMs: number | null) => void;
}

export interface LinePorts {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly obstacle: (request: Request) => Obstacle;
  /** A request got its place: told before anybody else is looked at. */
  readonly starts: (request: Request) => void;
}

export interface Line {
  /** Resolves with null once there is a place, or at once with how long it is not worth waiting, ms. */
  readonly enter: (request: Request) => Promise<number | null>;
  readonly leave: (request: Request) => void;
  /** Something changed that may let others in. */
  readonly look: () => void;
}

/** What is told to wait when only another request's end would help, ms. */
const A_WHILE = 5_000;

/**
 * The places of one account and those who wait for one. People before jobs before sweeps, each in the order
 * of their coming; after seven that went ahead of the oldest it is the oldest's turn, so that nobody waits
 * for ever. Who cannot be served in time is told so at once, and who was let in is never sent back.
 */
export function createLine({ now, sleep, obstacle, starts }: LinePorts): Line {
  const underWay = { person: 0, job: 0, sweep: 0 };
  let waiting: readonly Waiter[] = [];
  let passed = 0;
  let looksAt: number | null = null;

  function isFull(purpose: Purpose): boolean {
    const { person, job, sweep } = underWay;
    if (person + job + sweep >= PLACES) return true;
    // Whoever looks at a charge finds a place, whatever else is going on.
    if (purpose !== 'person' && job + sweep >= UNSEEN) return true;
    return purpose === 'sweep' && sweep >= SWEEPING;
  }

  function obstacleOf({ request }: Waiter): Obstacle {
    return isFull(request.purpose) ? 'another' : obstacle(request);
  }

  function next(): Waiter | null {
    const free = waiting.filter((waiter) => obstacleOf(waiter) === null);
    const [oldest] = free;
    const [first] = free.toSorted((a, b) => RANK[a.request.purpose] - RANK[b.request.purpose]);
    if (!oldest || !first) return null;
    if (first === oldest || passed >= PATIENCE) {
      passed = 0;
      return oldest;
    }
    passed += 1;
    return first;
  }

  function remove(waiter: Waiter, answer: number | null): void {
    waiting = waiting.filter((one) => one !== waiter);
    waiter.settle(answer);
  }

  /** Also after a computer slept: what is too late is sent back before anything is let in. */
  function look(): void {
    for (const waiter of waiting) {
      const refused = refusal(waiter);
      if (refused !== null) remove(waiter, refused);
    }
    for (let waiter = next(); waiter !== null; waiter = next()) {
      underWay[waiter.request.purpose] += 1;
      starts(waiter.request);
      remove(waiter, null);
    }
    lookAgain();
  }

  /** How long it is not worth waiting; null while it is. */
  function refusal(waiter: Waiter): number | null {
    const hindrance = obstacleOf(waiter);
    const opens = hindrance !== null && hindrance !== 'another' ? hindrance.until : null;
    if (opens !== null && opens > waiter.until) return opens - now();
    if (now() <= waiter.until) return null;
    return opens === null ? A_WHILE : opens - now();
  }

  /** When a time is all that somebody waits for. Another request ends by itself, within its own 30 s. */
  function lookAgain(): void {
    const times = waiting.flatMap((waiter) => {
      const hindrance = obstacleOf(waiter);
      return hindrance === null || hindrance === 'another' ? [] : [hindrance.until];
    });
    const soonest = Math.min(...times);
    if (times.length === 0 || (looksAt !== null && looksAt > now() && looksAt <= soonest)) return;
    looksAt = soonest;
    const wake = (): void => {
      // This look is over, also where the clock says that its time is yet to come: the next needs a timer.
      if (looksAt === soonest) looksAt = null;
      look();
    };
    sleep(Math.max(0, soonest - now())).then(wake, wake);
  }

  return {
    enter: (request) =>
      new Promise((settle) => {
        const until = now() + LONGEST_WAIT[request.purpose];
        waiting = [...waiting, { request, until, settle }];
        look();
      }),
    leave: ({ purpose }) => {
      underWay[purpose] -= 1;
      look();
    },
    look,
  };
}
