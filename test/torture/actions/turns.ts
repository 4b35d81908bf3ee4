import type { Browser } from '../browser/browser.ts';
import type { Disk } from '../browser/disk.ts';
import { createDice } from '../time/dice.ts';
import { chargingIn, HOUSES } from '../world/provider.ts';
import { HOUR, MINUTE, type World } from '../world/world.ts';
import { type Book, RESTORED } from './book.ts';
import { sendUntilConfirmed } from './operator.ts';

/** States of a job in which its worker is killed on purpose. */
const STEPS = ['locating', 'intent', 'created', 'unknown', 'verified', 'waiting', 'done'] as const;

/** What befell the browsers, by name. */
export type Turns = Readonly<
  Record<
    'pauses' | 'locks' | 'clocks' | 'restoredLedgers' | 'restoredProfiles' | 'switches',
    number
  >
>;

export interface Trouble {
  /** Until it is told to stop. */
  readonly befall: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
  readonly turns: () => Turns;
}

/** What befalls whole browsers while invoices are sent. */
export function createTrouble(
  world: World,
  book: Book,
  browsers: readonly [Browser, Browser],
  span: number,
): Trouble {
  const { clock } = world;
  const dice = createDice(world.seed * 31 + 5);
  const turns = {
    ...{ pauses: 0, locks: 0, clocks: 0 },
    ...{ restoredLedgers: 0, restoredProfiles: 0, switches: 0 },
  };
  const end = clock.now() + span;
  const isOver = () => clock.now() >= end;
  const wait = (least: number, most: number) => clock.sleep(dice.between(least, most));

  async function killing(browser: Browser): Promise<void> {
    while (!isOver()) {
      await wait(20_000, 16 * MINUTE);
      if (!isOver()) browser.kill();
    }
  }

  /** The same between any two steps of a job: before its request is asked for, on the way, after it. */
  async function killingAtSteps(browser: Browser): Promise<void> {
    while (!isOver()) {
      await wait(4 * MINUTE, 20 * MINUTE);
      const after = dice.chance(0.5)
        ? { turns: dice.between(0, 60) }
        : { ms: dice.between(0, 900) };
      browser.killAt(dice.pick(STEPS), after);
    }
  }

  async function pausing(browser: Browser): Promise<void> {
    while (!isOver()) {
      await wait(20 * MINUTE, 100 * MINUTE);
      if (isOver()) return;
      await browser.pause(true).catch(() => undefined);
      turns.pauses += 1;
      await wait(2 * MINUTE, 25 * MINUTE);
      await unpause(browser);
    }
  }

  /** The switch is on a disk that may be full, or whose worker may just die. */
  async function unpause(browser: Browser): Promise<void> {
    for (;;) {
      const done = await Promise.race([
        browser.pause(false).then(
          () => true,
          () => false,
        ),
        clock.sleep(MINUTE).then(() => false),
      ]);
      if (done) return;
      await clock.sleep(MINUTE);
    }
  }

  async function locking(browser: Browser): Promise<void> {
    while (!isOver()) {
      await wait(2 * HOUR, 6 * HOUR);
      if (isOver()) return;
      turns.locks += 1;
      browser.turn({ isLocked: true });
      await wait(MINUTE, 15 * MINUTE);
      browser.turn({ isLocked: false });
      browser.wake();
    }
  }

  /** A computer whose clock runs four minutes ahead, and one day is set back. */
  async function straying(browser: Browser): Promise<void> {
    browser.turn({ skew: 4 * MINUTE });
    turns.clocks += 1;
    await clock.sleep(span / 2);
    browser.turn({ skew: -20 * MINUTE });
    turns.clocks += 1;
  }

  /** Somebody puts back what a backup program copied hours ago. */
  async function restoring(browser: Browser, what: 'all' | 'ledger'): Promise<void> {
    await clock.sleep(dice.between(0, span / 3));
    const copied = await copyOf(browser, what);
    const from = clock.now();
    await clock.sleep(dice.between(span / 10, span / 3));
    browser.restore(copied);
    turns[what === 'all' ? 'restoredProfiles' : 'restoredLedgers'] += 1;
    const lost = book.jobs().filter((job) => job.who === browser.name && job.at >= from - HOUR);
    // Whoever worked there looks through what was sent since, and sends what no charge shows.
    for (const { invoiceId } of lost) {
      book.note(invoiceId, browser.name, RESTORED);
      if (!book.isWanted(invoiceId)) continue;
      book.sent(invoiceId, browser.name, await sendUntilConfirmed(world, browser, invoiceId));
    }
  }

  async function copyOf(browser: Browser, what: 'all' | 'ledger'): Promise<Disk> {
    return browser.disk().copy(what);
  }

  /** The provider charges in another account for a while; the second browser is told minutes later. */
  async function switching(): Promise<void> {
    const [first, other] = HOUSES;
    for (const house of [other, first]) {
      await clock.sleep(span / 3);
      turns.switches += 1;
      for (const browser of browsers) {
        browser.configure(chargingIn(house));
        await wait(0, 4 * MINUTE);
      }
    }
  }

  return {
    befall: () =>
      Promise.all([
        ...browsers.flatMap((browser) => [
          killing(browser),
          killingAtSteps(browser),
          pausing(browser),
          locking(browser),
        ]),
        straying(browsers[1]),
        restoring(browsers[0], 'ledger'),
        restoring(browsers[1], 'all'),
        switching(),
      ]),
    stop: async () => {
      for (const browser of browsers) {
        browser.turn({ isLocked: false, isDiskFull: false });
        await unpause(browser);
        browser.wake();
      }
    },
    turns: () => turns,
  };
}
