import { label } from '../../e2e/harness/catalogues.ts';
import type { Invoice } from '../../e2e/harness/world.ts';
import type { Dice } from '../time/dice.ts';
import type { Profile } from './profile.ts';

export interface SentAll {
  readonly kills: number;
  /** Sendings that took more than one drawer, because a worker died under the first. */
  readonly again: number;
}

/** A worker lives this long, ms, until it is killed. */
const LIFE = { least: 3000, most: 10_000 } as const;
const TRIES = 4;
const CONFIRM = label('pt-BR', 'Confirmar envio');

/** Sends most of the invoices in an order of its own, and kills the worker again and again meanwhile. */
export async function sendAll(
  profile: Profile,
  invoices: readonly Invoice[],
  dice: Dice,
  onDone: (done: number) => void,
): Promise<SentAll> {
  const state = { isOver: false, kills: 0, again: 0 };
  const killing = (async () => {
    while (!state.isOver) {
      await sleep(dice.between(LIFE.least, LIFE.most));
      await profile.session.killWorker().catch(() => undefined);
      state.kills += 1;
    }
  })();
  const own = invoices
    .filter(() => dice.chance(0.8))
    .map((invoice) => ({ invoice, order: dice.between(0, invoices.length) }))
    .toSorted((a, b) => a.order - b.order);
  for (const [at, { invoice }] of own.entries()) {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      if (await confirmed(profile, invoice.id)) break;
      state.again += 1;
    }
    onDone(at + 1);
  }
  state.isOver = true;
  await killing;
  return state;
}

/** True once it was confirmed, or there was nothing left to confirm. */
async function confirmed({ panel }: Profile, invoiceId: string): Promise<boolean> {
  try {
    const row = panel.page.locator(`[data-ixa-invoice="${invoiceId}"] [data-ixa-action]`);
    if ((await row.last().getAttribute('data-ixa-action', { timeout: 4000 })) !== 'send')
      return true;
    await row.last().click({ timeout: 4000 });
    const drawer = panel.page.frameLocator('iframe[data-ixa-drawer]');
    await drawer.getByRole('button', { name: CONFIRM }).click({ timeout: 6000 });
    await sleep(300);
    return true;
  } catch {
    return false;
  } finally {
    await panel.closeDrawer().catch(() => undefined);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
