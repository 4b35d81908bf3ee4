import { cancel } from '../../../lib/engine/outbox/store.ts';
import { isOpen } from '../../emulators/asaas/charges/charge-record.ts';
import type { Browser } from '../browser/browser.ts';
import type { Dice } from '../time/dice.ts';
import { chargesOf, HOUR, MINUTE, type World } from '../world/world.ts';
import type { Book } from './book.ts';
import { sendUntilConfirmed } from './operator.ts';

export interface Stage {
  readonly world: World;
  readonly book: Book;
  readonly dice: Dice;
  readonly browsers: readonly [Browser, Browser];
}

/** How an invoice is sent, and how often out of a hundred. */
const SENDINGS = {
  once: 48,
  /** The same person, again before anything can have come of it. */
  double: 12,
  /** Both browsers at almost the same moment. */
  both: 22,
  /** Both browsers, some minutes apart. */
  'both, later': 8,
  'once, called off': 4,
  never: 6,
} as const;

/** What else happens to it. */
const EVENTS = {
  nothing: 50,
  'paid during the sending': 6,
  'paid later': 12,
  'received at the counter': 9,
  'partly received at the counter': 6,
  'cancelled in IXC': 6,
  'renegotiated in IXC': 2,
  'changed in IXC and sent again': 6,
  'deleted at Asaas': 3,
} as const;

/** Everything that happens to one invoice. */
export async function liveThrough(stage: Stage, invoiceId: string): Promise<void> {
  const { dice, book } = stage;
  const sending = dice.weighed(SENDINGS);
  const event = dice.weighed(EVENTS);
  const first = dice.pick(stage.browsers);
  const second = stage.browsers.find((browser) => browser !== first) ?? first;
  const delay = dice.between(0, 4000);
  const later = dice.between(1, 15) * MINUTE;
  const eventAfter =
    event === 'paid during the sending'
      ? dice.between(1, 25) * 1000
      : dice.between(1, 12 * 60) * MINUTE;
  book.note(invoiceId, 'fate', `${sending}; ${event}`);
  const sends =
    sending === 'never'
      ? []
      : [
          send(stage, first, invoiceId, 0),
          ...(sending === 'double' ? [send(stage, first, invoiceId, delay)] : []),
          ...(sending === 'both' ? [send(stage, second, invoiceId, delay)] : []),
          ...(sending === 'both, later' ? [send(stage, second, invoiceId, later)] : []),
          ...(sending === 'once, called off' ? [callOff(stage, first, invoiceId, delay * 3)] : []),
        ];
  await Promise.all([...sends, happen(stage, first, invoiceId, event, eventAfter)]);
}

async function send(
  { world, book }: Stage,
  browser: Browser,
  invoiceId: string,
  after: number,
): Promise<void> {
  if (after > 0) await world.clock.sleep(after);
  book.sent(invoiceId, browser.name, await sendUntilConfirmed(world, browser, invoiceId));
}

async function callOff(
  { world, book }: Stage,
  browser: Browser,
  invoiceId: string,
  after: number,
): Promise<void> {
  await world.clock.sleep(after);
  const { ports, isAlive } = await browser.worker();
  const jobs = await browser.look(({ jobs: all }) =>
    all.filter((job) => job.invoiceId === invoiceId && job.activeKey !== undefined).toArray(),
  );
  const [job] = jobs;
  if (!job || !isAlive()) return;
  const outcome = await cancel(ports, job.id).catch(() => 'too-late' as const);
  if (outcome === 'cancelled') book.removed(invoiceId);
  book.note(invoiceId, browser.name, `calling off: ${outcome}`);
}

async function happen(
  stage: Stage,
  browser: Browser,
  invoiceId: string,
  event: keyof typeof EVENTS,
  after: number,
): Promise<void> {
  if (event === 'nothing') return;
  const { world, book } = stage;
  await world.clock.sleep(after);
  const done = await carryOut(stage, browser, invoiceId, event);
  book.note(invoiceId, 'people', `${event}${done ? '' : ' (came to nothing)'}`);
}

async function carryOut(
  { world, book, dice }: Stage,
  browser: Browser,
  invoiceId: string,
  event: Exclude<keyof typeof EVENTS, 'nothing'>,
): Promise<boolean> {
  const { asaas, ixc } = world;
  const open = () => chargesOf(world, invoiceId).find((each) => !each.deleted && isOpen(each));
  const invoice = () => ixc.control.invoice(invoiceId);
  const isDue = () => ['A', 'P'].includes(String(invoice()['status']));
  switch (event) {
    case 'paid during the sending':
    case 'paid later': {
      // The former as soon as there is something to pay, whatever the sending is at.
      const patience = event === 'paid later' ? 0 : 20 * MINUTE;
      for (let waited = 0; waited < patience && !open(); waited += 2000) {
        await world.clock.sleep(2000);
      }
      const charge = open();
      if (!charge) return false;
      asaas.control.pay(charge.id);
      return true;
    }
    case 'deleted at Asaas': {
      const charge = open();
      if (!charge) return false;
      book.removed(invoiceId);
      asaas.control.delete(charge.id);
      return true;
    }
    case 'received at the counter':
      if (!isDue()) return false;
      ixc.control.receive(invoiceId);
      return true;
    case 'partly received at the counter':
      if (!isDue()) return false;
      ixc.control.receive(invoiceId, dice.between(100, 1000));
      return true;
    case 'cancelled in IXC':
      if (!isDue()) return false;
      ixc.control.cancel(invoiceId);
      return true;
    case 'renegotiated in IXC':
      if (!isDue()) return false;
      ixc.control.renegotiate([invoiceId], '2027-01-20');
      return true;
    case 'changed in IXC and sent again': {
      if (!isDue()) return false;
      const value = (dice.between(15_00, 450_00) / 100).toFixed(2);
      ixc.control.editInvoice(invoiceId, { valor: value, valor_aberto: value });
      await world.clock.sleep(dice.between(0, 2) * HOUR);
      book.sent(invoiceId, browser.name, await sendUntilConfirmed(world, browser, invoiceId));
      return true;
    }
  }
}
