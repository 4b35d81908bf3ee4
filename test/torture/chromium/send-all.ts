import { label } from '../../e2e/harness/catalogues.ts';
import type { Invoice } from '../../e2e/harness/world.ts';
import type { Dice } from '../time/dice.ts';
import type { Profile } from './profile.ts';

export interface SentAll {
  readonly kills: number;
  /** Sendings that took more than one drawer, because a worker died under the first. */
  readonly again: number;
  /** Those that came to no end in any of their drawers, or within the time. */
  readonly givenUp: number;
}

/** A worker lives this long, ms, until it is killed. */
const LIFE = { least: 3000, most: 10_000 } as const;
const TRIES = 4;
/** So long is an operator given for each of the invoices, all in all; what is left then is left. ms. */
const PER_INVOICE = 15_000;
/** A drawer whose worker dies comes back to what it showed, by itself. ms. */
const RECOVERY = 15_000;
/** A drawer closes within this. ms. */
const CLOSING = 3000;
const CONFIRM = label('pt-BR', 'Confirmar envio');
const AGAIN = label('pt-BR', 'Tentar de novo');
const SENT = label('pt-BR', 'A cobrança está ativa e o cliente já pode pagar.');

/** Sends most of the invoices in an order of its own, and kills the worker again and again meanwhile. */
export async function sendAll(
  profile: Profile,
  invoices: readonly Invoice[],
  dice: Dice,
  onDone: (done: number) => void,
): Promise<SentAll> {
  const state = { isOver: false, kills: 0, again: 0, givenUp: 0 };
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
  const end = Date.now() + invoices.length * PER_INVOICE;
  for (const [at, { invoice }] of own.entries()) {
    if (Date.now() > end) {
      state.givenUp += own.length - at;
      break;
    }
    for (let tries = 1; tries <= TRIES; tries += 1) {
      if (await confirmed(profile, invoice.id)) break;
      if (tries === TRIES) state.givenUp += 1;
      else state.again += 1;
    }
    onDone(at + 1);
  }
  state.isOver = true;
  await killing;
  return state;
}

/** True once it was confirmed, or there was nothing left to confirm. */
async function confirmed(profile: Profile, invoiceId: string): Promise<boolean> {
  const { panel } = profile;
  try {
    const row = panel.page.locator(`[data-ixa-invoice="${invoiceId}"] [data-ixa-action]`);
    if ((await row.last().getAttribute('data-ixa-action', { timeout: 4000 })) !== 'send')
      return true;
    await row.last().click({ timeout: 4000 });
    const drawer = panel.page.frameLocator('iframe[data-ixa-drawer]');
    const confirm = drawer.getByRole('button', { name: CONFIRM });
    const isSent = drawer.getByText(SENT);
    await confirm
      .or(isSent)
      .or(drawer.getByRole('button', { name: AGAIN }))
      .first()
      .waitFor({ timeout: RECOVERY });
    // The other browser was here first, or a reading failed.
    if (!(await confirm.isVisible())) return await isSent.isVisible();
    await confirm.click({ timeout: RECOVERY });
    // What is asked of a worker that is dead is dropped, and the button comes back.
    await confirm.waitFor({ state: 'detached', timeout: RECOVERY });
    return true;
  } catch {
    return false;
  } finally {
    await leaveDrawer(profile);
  }
}

/** A drawer whose worker died under it may not hear the key: then the operator loads the panel anew. */
async function leaveDrawer({ panel }: Profile): Promise<void> {
  const closed = panel.closeDrawer().then(
    () => true,
    () => false,
  );
  if (await Promise.race([closed, sleep(CLOSING).then(() => false)])) return;
  await panel.openReceivables().catch(() => undefined);
}

/** Confirms what nobody could confirm under the kills; gives how many those were. */
export async function sendTheRest(
  profile: Profile,
  invoices: readonly Invoice[],
  isConfirmed: (invoice: Invoice) => boolean,
): Promise<number> {
  const rest = invoices.filter((invoice) => !isConfirmed(invoice));
  for (const { id } of rest) {
    for (let tries = 1; tries <= TRIES; tries += 1) if (await confirmed(profile, id)) break;
  }
  return rest.length;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
