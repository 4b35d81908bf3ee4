import { chargesOf, HOUR, MINUTE } from '../world/world.ts';
import type { Stage } from './fates.ts';
import { sendUntilConfirmed } from './operator.ts';

/** When people look through what was left, once nothing goes wrong any more. */
const ROUNDS = [1, 6, 26, 51] as const;
/** A request is watched for two days, and every list is read twice after the last change. */
const END = 66;

/**
 * After the last fault: for more than the two days of re-verification both browsers go on by themselves, and
 * a few times people open whatever was to be charged and is not, or no longer asks for what is open.
 */
export async function afterwards(stage: Stage): Promise<void> {
  const { world, browsers } = stage;
  const start = world.clock.now();
  const until = (hours: number) =>
    world.clock.sleep(Math.max(0, start + hours * HOUR - world.clock.now()));
  for (const hours of ROUNDS) {
    await until(hours);
    await lookThrough(stage);
    // Nobody needs a pulse a minute for what may happen within two days.
    world.slowDown((hours < 6 ? 5 : 60) * MINUTE);
  }
  await until(END);
  for (const browser of browsers) {
    const { sync } = await browser.worker();
    for (let turn = 0; turn < 6; turn += 1) {
      await sync.now();
      await world.clock.sleep(6 * MINUTE);
    }
  }
}

async function lookThrough({ world, book, browsers, dice }: Stage): Promise<void> {
  for (const id of world.invoices) {
    if (!book.isWanted(id)) continue;
    const invoice = world.ixc.control.invoice(id);
    if (!['A', 'P'].includes(String(invoice['status']))) continue;
    if (chargesOf(world, id).some(({ deleted }) => !deleted)) continue;
    const browser = dice.pick(browsers);
    book.sent(id, browser.name, await sendUntilConfirmed(world, browser, id, 2));
  }
}
